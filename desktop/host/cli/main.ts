import * as z from 'zod'
import { auditVerb } from './audit.ts'
import { benchVerb } from './bench.ts'
import { catalogueVerb } from './catalogue.ts'
import { checkVerb } from './check.ts'
import { exportVerb } from './export.ts'
import { generateVerb } from './generate.ts'
import { gradeVerb } from './grade.ts'
import { importVerb } from './import.ts'
import { codeAtEnd, endWithPipe, note, PipeClosed, print, printFailure } from './output.ts'
import { papersVerb } from './papers.ts'
import { queryVerb } from './query.ts'
import { runVerb } from './run.ts'
import { scanVerb } from './scan.ts'
import { searchVerb } from './search.ts'
import { statVerb } from './stat.ts'
import { serveVerb } from './serve.ts'
import { verifyVerb } from './verify.ts'
import { voiceListVerb } from './voice-list.ts'
import { installVerb } from './install.ts'
import { UsageError, type Verb } from './verb.ts'

export { writeSearchIndex } from './search-index.ts'

z.config({ jitless: true })

const verbs: Readonly<Record<string, Verb>> = {
  serve: serveVerb,
  query: queryVerb,
  run: runVerb,
  export: exportVerb,
  grade: gradeVerb,
  check: checkVerb,
  catalogue: catalogueVerb,
  scan: scanVerb,
  import: importVerb,
  search: searchVerb,
  stat: statVerb,
  verify: verifyVerb,
  install: installVerb,
  audit: auditVerb,
  papers: papersVerb,
  generate: generateVerb,
  bench: benchVerb,
  'voice-list': voiceListVerb,
}

/**
 * Runs `zhizhi VERB …`; resolves with the exit code: 0 done, 1 refused or failed, 2 wrong usage,
 * 130 stopped with Ctrl-C where the verb says so, 141 where whoever read the output has gone.
 */
export async function main(args: readonly string[]): Promise<number> {
  endWithPipe()
  return codeAtEnd(await run(args))
}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    print(help())
    return name === undefined ? 2 : 0
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    note(`没有“${name}”这个命令。\n${help()}`)
    return 2
  }
  try {
    return await verb.run(rest)
  } catch (error) {
    if (error instanceof UsageError) {
      note(error.message)
      return 2
    }
    if (error instanceof PipeClosed) return 1
    printFailure(error, rest.includes('--json'))
    return 1
  }
}

function help(): string {
  const lines = Object.values(verbs).map((verb) => `  zhizhi ${verb.usage}`)
  return ['用法：', ...lines].join('\n')
}
