import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../desktop/services/report/render.ts'
import { createInputHandlers } from '../../desktop/services/workbench/input-data.ts'
import { noBoundaries, openBench, runText, type Bench } from './workbench-support.ts'

let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const head = `---\ntitle: 试算\ndatasets: [census-2020]\n---\n`
const sql = (name: string, body: string) => `\`\`\`sql name=${name}\n${body}\n\`\`\`\n`
const cell = (kind: string, name: string, body: string) =>
  `\`\`\`${kind} name=${name}\n${body}\n\`\`\`\n`

/** Runs a notebook's report without charts. */
async function report(text: string, values: Readonly<Record<string, unknown>> = {}) {
  const { sessions, catalogue, engine, clock, releases } = bench
  const drawing = { draw: () => Promise.resolve([]) }
  const boundaries = noBoundaries
  const parts = { boundaries, sessions, catalogue, engine, drawing, releases, clock, version: '1' }
  const { signal } = new AbortController()
  return render(parts, { source: head + text, values, signal, onProgress: () => undefined })
}

/** What a text of one quote reads. */
async function told(text: string, quote: string, values: Readonly<Record<string, unknown>> = {}) {
  const { html } = await report(`${text}\n值是 {{${quote}}}。\n`, values)
  return /值是 <(?:span|a) class="value"[^>]*>(.*?)<\//.exec(html)?.[1]
}

const days = sql(
  'days',
  `SELECT DATE '2024-01-01' + i::INTEGER AS d, TIMESTAMP '2024-01-01 09:00' + INTERVAL (i) DAY AS ts,
  TIMESTAMPTZ '2024-01-01 09:00:00+08' + INTERVAL (i) DAY AS tz,
  strftime(DATE '2024-01-01' + i::INTEGER, '%Y-%m-%d') AS s FROM range(10) r(i)`,
)

describe('parameters against the engine', () => {
  it.each(['d', 'ts', 'tz', 's'])(
    'a day compares with the column %s in plain SQL',
    async (column) => {
      const from = cell('input', 'since', 'type: date\nvalue: 2024-01-05')
      const count = sql('n', `SELECT count(*) AS n FROM days WHERE ${column} >= $since`)
      expect(await told(days + from + count, 'n.n')).toBe('6')
    },
  )

  it.each([
    ['d >= $p_from AND d <= $p_to', '3'],
    ['ts >= $p_from AND CAST(ts AS DATE) <= $p_to', '3'],
    ['year($p_from::DATE) = 2024', '10'],
  ])('a range sets two of them: %s', async (condition, n) => {
    const range = cell('input', 'p', 'type: daterange\nvalue: [2024-01-03, 2024-01-05]')
    const count = sql('n', `SELECT count(*) AS n FROM days WHERE ${condition}`)
    expect(await told(days + range + count, 'n.n')).toBe(n)
  })

  it.each([
    ['s', ['2024-01-02x', '2024-01-03'], '1'],
    ['d', ['2024-01-02', '2024-01-03'], '2'],
    ['ts::DATE', ['2024-01-02'], '1'],
    ['day(d)', [2, 3, 99], '2'],
    ['d', [], '10'],
    ['day(d)', [], '10'],
  ])('a list holds values of %s: %j', async (column, list, n) => {
    const many = cell('input', 'many', 'type: multiselect\nfrom: days.s')
    const count = sql(
      'n',
      `SELECT count(*) AS n FROM days WHERE len($many) = 0 OR list_contains($many, ${column})`,
    )
    expect(await told(days + many + count, 'n.n', { many: list })).toBe(n)
  })

  it('reads options and bounds of cells and datasets', async () => {
    const session = await bench.sessions.open()
    const odd = sql('odd', `SELECT 'x' AS "a ""b"" 😀", 1 AS n, NULL AS none FROM range(3)`)
    await runText(session, head + days + odd)
    const handlers = createInputHandlers(bench.sessions, bench.engine)
    const call = { signal: new AbortController().signal } as never
    const ask = (table: string, column: string) =>
      handlers['session.options']({ session: session.id, table, column }, call)
    expect(await ask('odd', 'a "b" 😀')).toEqual({
      options: [{ value: 'x', count: 3 }],
      more: false,
    })
    expect(await ask('odd', 'none')).toEqual({ options: [], more: false })
    const provinces = await ask('census_2020', 'province')
    expect((provinces as { options: unknown[] }).options).toHaveLength(31)
    const bounds = { session: session.id, table: 'days', column: 'ts' }
    expect(await handlers['session.bounds'](bounds, call)).toEqual({
      first: '2024-01-01',
      last: '2024-01-10',
    })
    await expect(ask('nowhere', 'x')).rejects.toThrow()
  })
})

const tickets = sql(
  'tickets',
  `SELECT * FROM (VALUES
  (1, '电话', 3.0, true, '东'), (2, '电话', 5.0, true, '东'), (3, '电话', 4.0, false, '西'),
  (4, '网站', 8.0, false, '西'), (5, '网站', 9.0, NULL, NULL), (5, '网站', 'nan'::DOUBLE, true, ''),
  (7, '网站', NULL, true, '南'), (8, NULL, 'inf'::DOUBLE, true, '东')
) v(id, channel, days, ok, side)`,
)
const stat = (body: string) => tickets + cell('stat', 'one', `from: tickets\n${body}`)

describe('a statistic', () => {
  it.each([
    ['test: summary\ncolumn: days', 'one.estimate', '5'],
    ['test: summary\ncolumn: days', 'one.n', '5'],
    ['test: mean\ncolumn: days', 'one.estimate | .2', '5.80'],
    ['test: proportion\ncolumn: ok', 'one.estimate | .3', '0.714'],
    ['test: proportion\ncolumn: channel\nequals: 电话', 'one.hits', '3'],
    ['test: mean-difference\ncolumn: days\ngroup: channel', 'one.estimate | .1', '−4.5'],
    [
      'test: mean-difference\ncolumn: days\ngroup: channel\ngroups: [网站, 电话]',
      'one.mean_1',
      '8.5',
    ],
    ['test: proportion-difference\ncolumn: ok\ngroup: channel', 'one.n', '6'],
    ['test: correlation\ncolumns: [id, days]', 'one.estimate | .2', '0.92'],
    ['test: independence\ncolumns: [channel, ok]', 'one.n', '6'],
  ])('%s: {{%s}} is %s', async (body, quote, value) => {
    expect(await told(stat(body), quote)).toBe(value)
  })

  it('counts what it could not use', async () => {
    const { html } = await report(stat('test: mean\ncolumn: days'))
    expect(html).toContain('8 行里用了 5 行，1 行没有值，2 行不是有限的数')
  })

  it.each([
    ['test: mean\ncolumn: channel', '“channel”没有可用的值'],
    ['test: mean-difference\ncolumn: days\ngroup: side', 'side有 4 组'],
    [
      'test: mean-difference\ncolumn: days\ngroup: channel\ngroups: [电话, 信]',
      'channel里没有“信”',
    ],
    ['test: correlation\ncolumns: [channel, days]', '只有 0 行两列都有数'],
    ['test: independence\ncolumns: [channel, nothing]', '没有算出来'],
    ['test: mean\ncolumn: dayz', '没有算出来'],
  ])('says why it cannot be: %s', async (body, words) => {
    const { html } = await report(stat(body))
    expect(html).toContain(words)
  })

  it('of nothing and of one value says so', async () => {
    const none = sql('none', 'SELECT 1.0 AS x WHERE false') + sql('single', 'SELECT 1.0 AS x')
    const of = (from: string) => cell('stat', `of_${from}`, `from: ${from}\ntest: mean\ncolumn: x`)
    const { html } = await report(none + of('none') + of('single'))
    expect(html).toContain('“x”没有可用的值')
    expect(html).toContain('只有 1 个值，至少要 2 个')
  })
})

const check = (body: string) => tickets + cell('check', 'one', `from: tickets\n${body}`)
const parts =
  sql('parts', 'SELECT 5.0 AS a UNION ALL SELECT 24.0') + sql('side', `SELECT '东' AS k`)

describe('a check', () => {
  it.each([
    ['assert: { unique: [id] }', false, 2, 8],
    ['assert: { unique: [id, channel, days] }', true, 0, 8],
    ['assert: { not-empty: [side] }', false, 2, 8],
    ['assert: { not-empty: [side] }\nallow: 25%', true, 2, 8],
    ['assert: { not-empty: [side] }\nallow: 1', false, 2, 8],
    ['assert: { in: { column: side, values: [东, 西] } }', false, 2, 8],
    ['assert: { in: { column: id, values: [1, 2, 3, 4, 5, 7, 8] } }', true, 0, 8],
    ['assert: { between: { column: days, from: 0, to: 10 } }', false, 2, 8],
    ['assert: { between: { column: days, from: 4 } }', false, 2, 8],
    ['assert: { matches-table: { column: side, table: side, key: k } }', false, 4, 8],
    ['assert: { rows: { from: 8, to: 8 } }', true, null, null],
    ['assert: { rows: { to: 7 } }', false, null, null],
    ['assert: { sum-equals: { column: id, table: parts, of: a, within: 6 } }', true, null, null],
    ['assert: { sum-equals: { column: id, table: parts, of: a } }', false, null, null],
  ])('%s: %s, %s of %s', async (body, passed, offending, total) => {
    const { checks, problems } = await report(parts + check(body))
    expect(problems).toEqual([])
    expect(checks).toMatchObject([{ passed, offending, total }])
  })

  it('that fails is told at the top of the report, with its denominator', async () => {
    const { html } = await report(check('label: 编号不重复\nassert: { unique: [id] }'))
    const top = html.slice(0, html.indexOf('<details'))
    expect(top).toContain('1 条质量断言里有 1 条没有通过')
    expect(top).toContain('编号不重复：8 行里有 2 行不符合（25.0%）')
  })

  it('that cannot run counts as not passed', async () => {
    const { checks, html } = await report(check('assert: { unique: [nothing] }'))
    expect(checks).toMatchObject([{ passed: null, finding: '没有算出来' }])
    expect(html).toContain('没有通过')
  })
})

it('a value card shows its number with change and note', async () => {
  const totals = sql('totals', 'SELECT 0.965 AS rate, 0.8 AS before, 12 AS due')
  const card = `from: totals\ncolumn: rate\nlabel: 按期办结率\nformat: "%"\ncompare: { column: before, label: 去年, better: up }\nnote: 分母 {{totals.due}} 件`
  const { html, problems } = await report(totals + cell('value', 'v', card))
  expect(problems).toEqual([])
  const text = html.replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('96.5%')
  expect(text).toContain('去年 80.0%：+16.5 个百分点，好转')
  expect(text).toContain('分母 12 件')
})
