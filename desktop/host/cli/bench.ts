import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findAppRoot } from '../app-root.ts'
import { type Figure, figureTable } from './figure-table.ts'
import { note, PipeClosed, print, printJson } from './output.ts'
import { parse, UsageError, wholeNumber, type Verb } from './verb.ts'

const usage = 'bench [NAME]… [--rows N] [--json]'

interface Benches {
  readonly benches: Readonly<Record<string, (rows: number) => Promise<readonly Figure[]>>>
  /** Several benchmarks under one name. */
  readonly groups: Readonly<Record<string, readonly string[]>>
}

/** Benchmarks against peers; they are a program of their own beside the app. */
export const benchVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      rows: { type: 'string', default: '1000000' },
      json: { type: 'boolean' },
    })
    const { benches, groups } = await loadBenches()
    const asked = positionals.flatMap((name) => groups[name] ?? [name])
    const unknown = asked.find((name) => !Object.hasOwn(benches, name))
    if (unknown) {
      const known = [...Object.keys(groups), ...Object.keys(benches)].join('、')
      throw new UsageError(`没有“${unknown}”；有 ${known}`)
    }
    const rows = wholeNumber(values.rows, 'rows')
    const wanted = asked.length > 0 ? asked : Object.keys(benches)
    const figures: Figure[] = []
    let failed = 0
    for (const name of wanted) {
      note(`正在测 ${name} …`)
      try {
        const found = (await benches[name]?.(rows)) ?? []
        figures.push(...found)
        if (!values.json) for (const line of figureTable(found)) print(line)
      } catch (error) {
        if (error instanceof PipeClosed) throw error
        failed = 1
        note(`${name} 没有测成：${error instanceof Error ? (error.stack ?? '') : String(error)}`)
      }
    }
    if (values.json) printJson(figures)
    return failed
  },
}

/** The benchmarks are part of the sources, beside the tests; an installed app has neither. */
async function loadBenches(): Promise<Benches> {
  const program = join(findAppRoot(), 'test/bench/main.ts')
  if (!existsSync(program)) throw new UsageError('安装版不带基准测试，请在源码里运行')
  const { runnerImport } = await import('vite')
  return (await runnerImport<Benches>(program, { configFile: false })).module
}
