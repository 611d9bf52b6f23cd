import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sealed } from '../../../datasets/generator/descriptor.ts'
import { generate, shippedSeed } from '../../../datasets/generator/generate.ts'
import { control, planted, type Truths } from '../../../datasets/generator/truths.ts'
import { findAppRoot } from '../app-root.ts'
import { superviseEngine } from '../engines.ts'
import { makeDatasets, type MadeFile } from '../make-datasets.ts'
import { makeRaw } from '../make-raw.ts'
import { forkSpawner } from '../spawn-fork.ts'
import { note, print, printJson } from './output.ts'
import { parse, UsageError, wholeNumber, type Verb } from './verb.ts'

const usage =
  'generate [--scale N] [--seed N] [--control] [--only ID]… [--raw] [--out DIR] [--json]'

interface Order {
  readonly outDir: string
  readonly scale: number
  readonly seed: number
  readonly truths: Truths
  /** Dataset ids; empty for all. */
  readonly only: readonly string[]
}

/** Makes the data files anew: the same seed gives the same bytes. */
export const generateVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(shippedSeed) },
      control: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      raw: { type: 'boolean' },
      out: { type: 'string', default: 'generated' },
      json: { type: 'boolean' },
    })
    const scale = Number(values.scale)
    if (positionals.length > 0 || !(scale > 0 && scale <= 1000)) {
      throw new UsageError(`--scale 要大于 0，不超过 1000\n用法：zhizhi ${usage}`)
    }
    const outDir = resolve(values.out)
    const seed = wholeNumber(values.seed, 'seed')
    if (values.raw) return raw(outDir, seed, values.json)
    const made = await makeFiles({
      outDir,
      scale,
      seed,
      truths: values.control ? control : planted,
      only: values.only ?? [],
    })
    if (values.json)
      printJson({ files: made.map(({ dataset, file, rows }) => ({ dataset, file, rows })) })
    else for (const { file, rows } of made) print(`${file}\t${rows} 行`)
    return 0
  },
}

/** Only the raw fixtures: made-up personal information for tests and lessons, in no dataset. */
async function raw(outDir: string, seed: number, json: boolean | undefined): Promise<number> {
  const files = await makeRaw(outDir, seed)
  if (json) printJson({ files: files.map((file) => ({ file })) })
  else for (const file of files) print(file)
  return 0
}

/** Makes the files in `outDir` and beside them the descriptors, so that they are whole datasets. */
async function makeFiles({ outDir, scale, seed, truths, only }: Order): Promise<MadeFile[]> {
  const root = findAppRoot()
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-maker-'))
  // What DuckDB may read it may also write, so the maker is given a copy of the sources.
  const sourceDir = join(temporary, 'sources')
  await cp(join(root, 'datasets'), sourceDir, { recursive: true })
  const all = generate({ seed, scale, truths, sourceDir, outDir })
  const unknown = only.find((id) => !all.some(({ dataset }) => dataset === id))
  if (unknown)
    throw new UsageError(`没有“${unknown}”；有 ${all.map(({ dataset }) => dataset).join('、')}`)
  const wanted = only.length === 0 ? all : all.filter(({ dataset }) => only.includes(dataset))
  const folders = { root, temporary, readable: [sourceDir, outDir] }
  const maker = superviseEngine('maker', folders, forkSpawner())
  try {
    const made = await makeDatasets(maker, wanted, outDir, (dataset, done, stages) =>
      note(`${dataset}  ${done}/${stages}`),
    )
    await writeDescriptors(join(root, 'datasets'), outDir, made)
    return made
  } finally {
    await maker.close()
    await rm(temporary, { recursive: true, force: true })
  }
}

async function writeDescriptors(shipped: string, outDir: string, files: readonly MadeFile[]) {
  for (const dataset of new Set(files.map((made) => made.dataset))) {
    const own = files.filter((made) => made.dataset === dataset)
    const text = await readFile(join(shipped, dataset, 'datapackage.json'), 'utf8')
    await writeFile(join(outDir, dataset, 'datapackage.json'), sealed(text, own))
  }
}
