import { setMaxListeners } from 'node:events'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../../desktop/domain/notebook/name.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import type { Finished } from '../../desktop/domain/notebook/stat/finished.ts'
import { gather } from '../../desktop/services/report/gather.ts'
import { openBench, type Bench } from './workbench-support.ts'

/** Data and what R 4.2 says of them: test/fixtures/r/statistics.R. */
type Frozen = Record<string, Record<string, unknown>>
const file = new URL('../fixtures/r/statistics.json', import.meta.url)
const frozen = JSON.parse(await readFile(file, 'utf8')) as Frozen
const list = (part: string, name: string) => frozen[part]![name] as (number | string | null)[]
const number = (part: string, name: string, at?: number) =>
  (at === undefined ? frozen[part]![name] : list(part, name)[at]) as number

const literal = (value: number | string | null | undefined) =>
  value === null ? 'NULL' : typeof value === 'string' ? `'${value}'` : `${value}::DOUBLE`

/** A cell whose table has these columns. */
function table(
  name: string,
  columns: Record<string, readonly (number | string | null | undefined)[]>,
) {
  const names = Object.keys(columns)
  const length = Object.values(columns)[0]!.length
  const rows = Array.from(
    { length },
    (_, row) => `(${names.map((column) => literal(columns[column]![row])).join(', ')})`,
  )
  return `\`\`\`sql name=${name}\nSELECT * FROM (VALUES ${rows.join(', ')}) v(${names.join(', ')})\n\`\`\`\n`
}
const stat = (name: string, from: string, body: string) =>
  `\`\`\`stat name=${name}\nfrom: ${from}\n${body}\n\`\`\`\n`

/** One row for each counted, of a table whose columns stand one after the other. */
function counted(counts: readonly number[], height: number) {
  const rows = counts.flatMap((count, at) =>
    Array.from({ length: count }, () => [`r${at % height}`, `c${Math.floor(at / height)}`]),
  )
  return { a: rows.map((row) => row[0]), b: rows.map((row) => row[1]) }
}

const order = (length: number) => Array.from({ length }, (_, at) => at + 1)
const text = [
  '---\ntitle: t\n---\n',
  table('groups', { g: list('means', 'g'), x: list('means', 'x') }),
  stat('means', 'groups', 'test: means\ncolumn: x\ngroup: g'),
  stat('ranks', 'groups', 'test: ranks\ncolumn: x\ngroup: g'),
  "```sql name=pair\nSELECT * FROM groups WHERE g <> 'c'\n```\n",
  stat('whitney', 'pair', 'test: ranks\ncolumn: x\ngroup: g'),
  table('four', counted(list('cross', 'two') as number[], 2)),
  stat('fisher', 'four', 'test: independence\ncolumns: [a, b]'),
  table('six', counted(list('cross', 'three') as number[], 3)),
  stat('cross', 'six', 'test: independence\ncolumns: [a, b]'),
  table('svy', {
    h: list('survey', 'h'),
    cl: list('survey', 'cl'),
    wt: list('survey', 'wt'),
    y: list('survey', 'y'),
  }),
  '```sql name=sample\nSELECT *, y > 54 AS s FROM svy\n```\n',
  ...['mean', 'total', 'share'].map((kind) =>
    stat(
      `survey_${kind}`,
      'sample',
      `test: survey\nestimate: ${kind}\ncolumn: ${kind === 'share' ? 's' : 'y'}\nweight: wt\nstrata: h\ncluster: cl`,
    ),
  ),
  stat('survey_plain', 'sample', 'test: survey\ncolumn: y\nweight: wt'),
  table('quarters', { i: order(40), q: list('series', 'q') }),
  stat('adds', 'quarters', 'test: season\norder: i\ncolumn: q\nperiod: 4'),
  stat('times', 'quarters', 'test: season\norder: i\ncolumn: q\nperiod: 4\nmultiply: true'),
  table('levels', { i: order(26), x: list('series', 'lev') }),
  stat('change', 'levels', 'test: change\norder: i\ncolumn: x'),
  table('hits', {
    i: order(8),
    k: list('control', 'hits'),
    n: list('control', 'size'),
    x: list('control', 'x'),
  }),
  ...['p', 'u', 'c', 'xmr'].map((kind) =>
    stat(
      `chart_${kind}`,
      'hits',
      `test: control\nchart: ${kind}\norder: i\ncolumn: ${kind === 'xmr' ? 'x' : 'k'}${kind === 'p' || kind === 'u' ? '\nsize: n' : ''}`,
    ),
  ),
  table('twice', { a: list('pairs', 'a'), b: list('pairs', 'b') }),
  stat('paired', 'twice', 'test: paired\ncolumns: [a, b]'),
  stat('pearson', 'twice', 'test: correlation\ncolumns: [a, b]'),
  stat('spearman', 'twice', 'test: correlation\ncolumns: [a, b]\nmethod: spearman'),
  table('area', {
    g: ['north', 'north', 'north', 'south', 'south', 'south'],
    age: ['0', '1', '2', '0', '1', '2'],
    ev: list('rates', 'ev'),
    pop: list('rates', 'pop'),
  }),
  table('standard', { age: ['0', '1', '2'], w: list('rates', 'sw') }),
  stat(
    'rates',
    'area',
    'test: standardise\ngroup: g\nstratum: age\nevents: ev\npopulation: pop\nstandard: { table: standard, stratum: age, weight: w }',
  ),
].join('\n')

let bench: Bench
let told: ReadonlyMap<string, Finished>

beforeAll(async () => {
  bench = await openBench()
  const notebook = parseNotebook(text)
  expect(notebook.problems).toEqual([])
  const { signal } = new AbortController()
  setMaxListeners(0, signal) // one for each cell
  const results = await gather({
    notebook,
    values: {},
    datasets: [],
    session: await bench.sessions.open(),
    engine: bench.engine,
    signal,
    onProgress: () => undefined,
  })
  told = results.statistics
})
afterAll(() => bench.close())

function of(name: string) {
  const finished = told.get(fold(name))
  if (!finished?.ok) throw new Error(`${name}: ${finished?.why.zh ?? 'not computed'}`)
  return finished
}
const found = (name: string, finding: string) =>
  of(name).findings.find((one) => one.name === finding)?.value
const cell = (name: string, row: number, column: number) => of(name).table?.rows[row]?.[column]

function agrees(ours: unknown, wanted: number) {
  if (ours === '<0.001') {
    expect(wanted).toBeLessThan(0.001)
    return
  }
  expect(typeof ours).toBe('number')
  const off = Math.abs((ours as number) - wanted)
  expect(off / Math.max(Math.abs(wanted), 1e-12), `${String(ours)} against ${wanted}`).toBeLessThan(
    1e-8,
  )
}

describe('the same as R', () => {
  it.each([
    ['means', 'estimate', 'means', 'f'],
    ['means', 'p', 'means', 'p'],
    ['means', 'classic_f', 'means', 'classic_f'],
    ['means', 'classic_p', 'means', 'classic_p'],
    ['means', 'eta', 'means', 'eta'],
    ['means', 'omega', 'means', 'omega'],
    ['ranks', 'estimate', 'means', 'h'],
    ['ranks', 'p', 'means', 'kw_p'],
    ['whitney', 'u', 'means', 'u'],
    ['whitney', 'p', 'means', 'mw_p'],
    ['fisher', 'exact_p', 'cross', 'fisher'],
    ['cross', 'chi_square', 'cross', 'chi'],
    ['cross', 'p', 'cross', 'p'],
    ['cross', 'estimate', 'cross', 'v'],
    ['cross', 'low', 'cross', 'low'],
    ['cross', 'high', 'cross', 'high'],
    ['survey_mean', 'estimate', 'survey', 'mean'],
    ['survey_mean', 'error', 'survey', 'error'],
    ['survey_mean', 'effect', 'survey', 'effect'],
    ['survey_mean', 'low', 'survey', 'low'],
    ['survey_total', 'estimate', 'survey', 'total'],
    ['survey_total', 'error', 'survey', 'total_error'],
    ['survey_share', 'estimate', 'survey', 'share'],
    ['survey_share', 'error', 'survey', 'share_error'],
    ['survey_plain', 'error', 'survey', 'plain_error'],
    ['adds', 'adjusted', 'series', 'last'],
    ['change', 'k', 'series', 'k'],
    ['change', 'p', 'series', 'p'],
    ['change', 'cusum_p', 'series', 'cusum_p'],
    ['paired', 'estimate', 'pairs', 'estimate'],
    ['paired', 'low', 'pairs', 'low'],
    ['paired', 'p', 'pairs', 'p'],
    ['pearson', 'estimate', 'pairs', 'pearson'],
    ['spearman', 'estimate', 'pairs', 'spearman'],
    ['chart_p', 'estimate', 'control', 'p'],
    ['chart_c', 'estimate', 'control', 'c'],
    ['chart_c', 'high', 'control', 'c_high'],
    ['chart_xmr', 'estimate', 'control', 'x_centre'],
    ['chart_xmr', 'low', 'control', 'x_low'],
    ['chart_xmr', 'high', 'control', 'x_high'],
  ])('%s: %s', (name, finding, part, key) => {
    agrees(found(name, finding), number(part, key))
  })

  it('pairs after Holm', () => {
    for (const at of [0, 1, 2]) agrees(cell('means', at, 5), number('means', 'holm', at))
  })

  it('adjusted residuals', () => {
    for (const [at, wanted] of list('cross', 'residuals').entries()) {
      agrees(cell('cross', (at % 3) * 2 + Math.floor(at / 3), 4), wanted as number)
    }
  })

  it.each([
    ['adds', 'figure'],
    ['times', 'figure_m'],
  ])('seasons: %s', (name, key) => {
    for (const at of [0, 1, 2, 3]) agrees(cell(name, at, 2), number('series', key, at))
  })

  it('a change is dated', () => {
    expect(Number(found('change', 'place'))).toBe(number('series', 'at'))
  })

  it.each(['p', 'u'])('limits of a %s chart by the size of each point', (kind) => {
    const { figure } = of(`chart_${kind}`)
    if (figure?.kind !== 'control') throw new Error('no control chart')
    agrees(figure.high[0], number('control', `${kind}_high`))
    if (kind === 'p') agrees(figure.low[0], number('control', 'p_low'))
  })

  it('standardised rates and ratios with their intervals', () => {
    for (const [row, area] of ['north', 'south'].entries()) {
      for (const at of [0, 1, 2]) agrees(cell('rates', row, at + 2), number('rates', area, at))
    }
    for (const at of [0, 1, 2]) agrees(cell('rates', 0, at + 5), number('rates', 'ratio', at))
  })
})
