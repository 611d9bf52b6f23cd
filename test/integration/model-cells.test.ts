import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../desktop/services/report/render.ts'
import { noBoundaries, openBench, type Bench } from './workbench-support.ts'

let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const cell = (kind: string, name: string, body: string) =>
  `\`\`\`${kind} name=${name}\n${body}\n\`\`\`\n`

async function report(text: string, values: Readonly<Record<string, unknown>> = {}) {
  const { sessions, catalogue, engine, clock, releases } = bench
  const drawing = { draw: () => Promise.resolve([]) }
  const boundaries = noBoundaries
  const parts = { sessions, catalogue, engine, drawing, boundaries, releases, clock, version: '1' }
  const { signal } = new AbortController()
  const source = `---\ntitle: 模型\n---\n${text}`
  return render(parts, { source, values, signal, onProgress: () => undefined })
}

const rows = cell(
  'sql',
  'rows',
  `SELECT i AS x, 3 + 2 * i + (i % 3) - 1 AS y, CASE WHEN i % 2 = 0 THEN '东' ELSE '西' END AS side,
  CASE WHEN i = 7 THEN NULL ELSE i % 5 END AS z, (i * 7 % 11 < 5)::BOOLEAN AS done FROM range(60) r(i)`,
)
const panel = cell(
  'sql',
  'panel',
  `SELECT u AS village, 2015 + t AS year, u < 4 AS treated,
  10 + u + t + CASE WHEN u < 4 AND t >= 3 THEN 5 ELSE 0 END + ((u * 7 + t * 5) % 3) / 10 AS cases
  FROM range(10) a(u), range(6) b(t)`,
)

describe('a model in a notebook', () => {
  it('is fitted to the rows of a cell, told, quoted and read by other cells', async () => {
    const model = cell('stat', 'm', 'from: rows\ntest: ols\nformula: y ~ x + side + z\nse: hc3')
    const terms = cell('sql', 'terms', `SELECT count(*) AS n FROM m WHERE part = 'coefficient'`)
    const { html, cells } = await report(
      `${rows}${model}${terms}\n斜率 {{m.estimate}}，{{terms.n}} 项。\n`,
    )
    expect(cells.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
    expect(html).toMatch(/斜率 <a [^>]*>(?:2|2\.0\d*|1\.99\d*)<\/a>，<a [^>]*>4</)
    expect(html).toContain('60 行里用了 59 行')
    expect(html).toContain('这不说明原因')
    expect(html).toContain('side西')
  })

  it('says in place of a result why there is none', async () => {
    const separate = cell('sql', 'apart', 'SELECT i AS x, i > 4 AS done FROM range(10) r(i)')
    const model = cell('stat', 'm', 'from: apart\ntest: logit\nformula: done ~ x')
    const { html, cells } = await report(separate + model)
    expect(cells.map(({ status }) => status)).toEqual(['done', 'done'])
    expect(html).toContain('结果被完全分开：“x”')
  })

  it('tells a difference in differences with its trends', async () => {
    const settings = 'outcome: cases\nunit: village\ntime: year\ntreated: treated\nstart: 2018'
    const model = cell('stat', 'm', `from: panel\ntest: did\n${settings}`)
    const { html } = await report(`${panel}${model}\n效果 {{m.estimate}}。\n`)
    expect(html).toMatch(/效果 <a [^>]*>(?:5|5\.0\d*|4\.9\d*)</)
    expect(html).toContain('开始实施')
    expect(html).toContain('两组会一样变化')
  })

  it.each([
    ['test: ols\nformula: y ~ system(x)', '没有“system(…)”'],
    ['test: ols\nformula: y ~ x\nsql: DROP', '不认识“sql”'],
    ['test: probit\nformula: y ~ x', 'test'],
  ])('refuses settings %#', async (body, why) => {
    const { problems } = await report(rows + cell('stat', 'm', `from: rows\n${body}`))
    expect(JSON.stringify(problems)).toContain(why)
  })
})
