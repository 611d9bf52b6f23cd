import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { sealed } from '../../../datasets/generator/descriptor.ts'
import { generate, shippedSeed, type MadeFile } from '../../../datasets/generator/generate.ts'
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

/** Makes the files in `outDir` and beside them the descriptors, so that they are whole datasets. */
async function makeFiles(outDir: string, scale: number, seed: number): Promise<Made[]> {
  const root = findAppRoot()
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-maker-'))
  // What DuckDB may read it may also write, so the maker is given a copy of the sources.
  const sourceDir = join(temporary, 'sources')
  await cp(join(root, 'datasets'), sourceDir, { recursive: true })
  const folders = { root, temporary, readable: [sourceDir, outDir] }
  const maker = superviseEngine('maker', folders, forkSpawner())
  try {
    const files = generate({ seed, scale, sourceDir, outDir })
    for (const { dataset, file, statements } of files) {
      note(`正在生成 ${dataset} …`)
      await mkdir(dirname(file), { recursive: true })
      await maker.call('maker.run', { statements: [...statements] })
    }
    await writeDescriptors(join(root, 'datasets'), outDir, files)
    return files.map(({ dataset, file, rows }) => ({ dataset, file, rows }))
  } finally {
    await maker.close()
    await rm(temporary, { recursive: true, force: true })
  }
}

async function writeDescriptors(shipped: string, outDir: string, files: readonly MadeFile[]) {
  for (const dataset of new Set(files.map((made) => made.dataset))) {
    const own = files.filter((made) => made.dataset === dataset)
    const text = await readFile(join(shipped, dataset, 'datapackage.json'), 'utf8')
    const seals = await Promise.all(own.map(sealOf))
    await writeFile(join(outDir, dataset, 'datapackage.json'), sealed(text, seals))
  }
}

async function sealOf({ path, file, rows }: MadeFile) {
  const bytes = await readFile(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, rows, bytes: bytes.byteLength, sha256 }
}
