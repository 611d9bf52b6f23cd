import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { generate, shippedSeed } from '../../../datasets/generator/generate.ts'
import { findAppRoot } from '../app-root.ts'
import { superviseEngine } from '../engines.ts'
import { forkSpawner } from '../spawn-fork.ts'
import { note, print, printJson } from './output.ts'
import { parse, UsageError, wholeNumber, type Verb } from './verb.ts'

const usage = 'generate [--scale N] [--seed N] [--out DIR] [--json]'

/** Makes the data files anew: the same seed gives the same bytes. */
export const generateVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(shippedSeed) },
      out: { type: 'string', default: 'generated' },
      json: { type: 'boolean' },
    })
    const scale = Number(values.scale)
    if (positionals.length > 0 || !(scale > 0 && scale <= 1000)) {
      throw new UsageError(`--scale 要大于 0，不超过 1000\n用法：zhizhi ${usage}`)
    }
    const made = await makeFiles(resolve(values.out), scale, wholeNumber(values.seed, 'seed'))
    if (values.json) printJson({ files: made })
    else for (const { file, rows } of made) print(`${file}\t${rows} 行`)
    return 0
  },
}

interface Made {
  readonly dataset: string
  readonly file: string
  readonly rows: number
}

async function makeFiles(outDir: string, scale: number, seed: number): Promise<Made[]> {
  const root = findAppRoot()
  const sourceDir = join(root, 'datasets')
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-maker-'))
  const folders = { root, temporary, readable: [sourceDir, outDir] }
  const maker = superviseEngine('maker', folders, forkSpawner())
  try {
    const made: Made[] = []
    for (const { dataset, file, rows, statements } of generate({
      seed,
      scale,
      sourceDir,
      outDir,
    })) {
      note(`正在生成 ${dataset} …`)
      await mkdir(dirname(file), { recursive: true })
      await maker.call('maker.run', { statements: [...statements] })
      made.push({ dataset, file, rows })
    }
    return made
  } finally {
    await maker.close()
    await rm(temporary, { recursive: true, force: true })
  }
}
