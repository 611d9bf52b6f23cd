import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findAppRoot } from '../app-root.ts'
import { note, print, printJson } from './output.ts'
import { parse, UsageError, wholeNumber, type Verb } from './verb.ts'

const usage = 'bench [NAME]… [--rows N] [--json]'

/** A figure beside its peer's, measured in the same run. */
interface Figure {
  readonly name: string
  readonly [quantity: string]: string | number | null
}

interface Benches {
  readonly benches: Readonly<Record<string, (rows: number) => Promise<readonly Figure[]>>>
}

/** Benchmarks against peers; they are a program of their own beside the app. */
export const benchVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      rows: { type: 'string', default: '1000000' },
      json: { type: 'boolean' },
    })
    const { benches } = await loadBenches()
    const unknown = positionals.find((name) => !Object.hasOwn(benches, name))
    if (unknown) throw new UsageError(`没有“${unknown}”；有 ${Object.keys(benches).join('、')}`)
    const rows = wholeNumber(values.rows, 'rows')
    const wanted = positionals.length > 0 ? positionals : Object.keys(benches)
    const figures: Figure[] = []
    for (const name of wanted) {
      note(`正在测 ${name} …`)
      figures.push(...((await benches[name]?.(rows)) ?? []))
    }
    if (values.json) printJson(figures)
    else for (const figure of figures) print(line(figure))
    return 0
  },
}

/** The benchmarks are part of the sources, beside the tests; an installed app has neither. */
async function loadBenches(): Promise<Benches> {
  const program = join(findAppRoot(), 'test/bench/main.ts')
  if (!existsSync(program)) throw new UsageError('安装版不带基准测试，请在源码里运行')
  const { runnerImport } = await import('vite')
  return (await runnerImport<Benches>(program, { configFile: false })).module
}

function line(figure: Figure): string {
  return Object.entries(figure)
    .map(([key, value]) => (typeof value === 'number' ? `${key} ${round(value)}` : value))
    .join('\t')
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
