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
  ...['tukey', 'games-howell', 'welch'].map((kind) =>
    stat(kind.replace('-', '_'), 'groups', `test: means\ncolumn: x\ngroup: g\npairs: ${kind}`),
  ),
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
    for (const at of [0, 1, 2]) agrees(cell('welch', at, 6), number('means', 'holm', at))
  })

  // x and g of the table; TukeyHSD(aov(x ~ g)) has the pairs the other way round, and qtukey is good to 1e-4
  it.each([
    ['tukey', 0, [-1.72, -4.03720552539067, 0.597205525390676, 0.1786957916289943]],
    ['tukey', 1, [-3.08333333333333, -5.64510042995307, -0.521566236713594, 0.0154056013216941]],
    ['tukey', 2, [-1.36333333333334, -3.80588242232056, 1.079215755653887, 0.3687813868535197]],
    // d, d ∓ qtukey(.95, 3, df) * se, ptukey(abs(d) / se, 3, df, lower.tail = FALSE) with se = sqrt((v1/n1 + v2/n2)/2)
    ['games_howell', 0, [-1.72, -3.85415716091047, 0.414157160910472, 0.127126659495839]],
    [
      'games_howell',
      1,
      [-3.08333333333333, -5.46564453173851, -0.701022134928155, 0.0127135766010428],
    ],
    ['games_howell', 2, [-1.36333333333333, -4.2486858166512, 1.52201914998453, 0.471809278790946]],
  ])('%s, pair %d', (name, row, [estimate = 0, low = 0, high = 0, p = 0]) => {
    agrees(cell(name, row, 2), estimate)
    agrees(cell(name, row, 5), p)
    expect(cell(name, row, 3)).toBeCloseTo(low, 3)
    expect(cell(name, row, 4)).toBeCloseTo(high, 3)
  })

  it('groups that spread unequally are compared after Games and Howell unless something else is asked', () => {
    expect(of('means').table?.rows).toEqual(of('games_howell').table?.rows)
    expect(
      of('means')
        .cautions.map(({ zh }) => zh)
        .join(''),
    ).toContain('散开程度相差大')
    expect(of('means').says.zh).toContain('c高于a')
    expect(
      of('tukey')
        .cautions.map(({ zh }) => zh)
        .join(''),
    ).toContain('请改用盖姆斯–豪厄尔')
  })

  // z of Dunn with ties, 2 * pnorm(-abs(z)); p.adjust(p, "holm"); p.adjust(p, "BH")
  it.each([
    [0, [0.0968543190052072, 0.193708638010414, 0.145281478507811]],
    [1, [0.0122315407276284, 0.0366946221828853, 0.0366946221828853]],
    [2, [0.292533340895257, 0.292533340895257, 0.292533340895257]],
  ])('Dunn, pair %d', (row, ps) => {
    for (const [at, p] of ps.entries()) agrees(cell('ranks', row, 3 + at), p)
  })

  // p.adjust(c(t.test…$p.value), "BH")
  it('pairs after Benjamini and Hochberg', () => {
    const wanted = [0.0815949663824068, 0.0149392706307629, 0.247184300964155]
    for (const [at, p] of wanted.entries()) agrees(cell('welch', at, 7), p)
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
