import { setMaxListeners } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import type { Finished } from '../../desktop/domain/notebook/stat/finished.ts'
import { gather } from '../../desktop/services/report/gather.ts'
import { openBench, type Bench } from './workbench-support.ts'

const sql = (name: string, body: string) => `\`\`\`sql name=${name}\n${body}\n\`\`\`\n`

/** Berkeley's admissions of 1973 (Bickel, Hammel and O'Connell, Science 187, 1975): four departments. */
const berkeley = [
  ['A', '男', 512, 313],
  ['A', '女', 89, 19],
  ['B', '男', 353, 207],
  ['B', '女', 17, 8],
  ['C', '男', 120, 205],
  ['C', '女', 202, 391],
  ['F', '男', 22, 351],
  ['F', '女', 24, 317],
]
const admitted = berkeley
  .flatMap(([department, sex, yes, no]) => [
    `SELECT '${department}' AS department, '${sex}' AS sex, '一' AS same, true AS admitted FROM range(${yes})`,
    `SELECT '${department}', '${sex}', '一', false FROM range(${no})`,
  ])
  .join('\nUNION ALL ')

const tables = [
  sql('admitted', admitted),
  sql(
    'rates',
    `SELECT * FROM (VALUES ('东', '难', 60, 90), ('东', '易', 9, 10), ('西', '难', 6, 10), ('西', '易', 80, 90)) v(side, kind, done, calls)`,
  ),
  sql('mix', `SELECT * FROM (VALUES ('难', 100), ('易', 100)) v(kind, calls)`),
  sql(
    'calls',
    `SELECT CASE WHEN i < 50 THEN '东' ELSE '西' END AS side, i % 5 < 2 AS replied,
  CASE WHEN i % 5 = 0 THEN '满意' WHEN i % 5 = 1 THEN '不满意' END AS answer FROM range(100) r(i)`,
  ),
  sql(
    'months',
    `SELECT DATE '2023-01-01' + INTERVAL (i) MONTH AS month, 20 + i % 3 * 3 + CASE WHEN i = 17 THEN 30 ELSE 0 END AS n,
  100 AS size, CASE WHEN i < 12 THEN '旧口径' ELSE '新口径' END AS version, 5 AS same,
  CASE WHEN i > 1 THEN NULL ELSE 1 END AS few FROM range(24) r(i)`,
  ),
  sql(
    'odd',
    `SELECT * FROM (VALUES ('甲', 'inf'::DOUBLE, 1.0, -1.0, '0'), ('甲', 'nan'::DOUBLE, 1.0, 0.0, '1'),
  ('乙', NULL, 1.0, NULL, '0'), ('乙', 3.0, 1.0, 'inf'::DOUBLE, '1'), (NULL, 4.0, 1.0, 1.0, '1')) v(g, x, same, w, age)`,
  ),
  sql('many', `SELECT i % 60 AS g, i AS x, i AS stratum FROM range(3000) r(i)`),
  sql('empty', `SELECT '甲' AS g, 1.0 AS x, 1.0 AS w, true AS ok WHERE false`),
].join('\n')

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

async function tell(body: string): Promise<Finished | undefined> {
  const notebook = parseNotebook(
    `---\ntitle: t\n---\n${tables}\n\`\`\`stat name=one\n${body}\n\`\`\`\n`,
  )
  expect(notebook.problems).toEqual([])
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const session = await bench.sessions.open()
  const onProgress = () => undefined
  const material = { notebook, values: {}, datasets: [], session, signal, onProgress }
  const results = await gather({ ...material, engine: bench.engine })
  return results.statistics.get('one')
}
async function told(body: string) {
  const finished = await tell(body)
  if (!finished?.ok) throw new Error(finished?.why.zh ?? 'not computed')
  const { sentence, says, saysNot, basis, cautions } = finished
  const words = [sentence, says, saysNot, basis, ...cautions].map(({ zh }) => zh).join('\n')
  const numbers = Object.fromEntries(finished.findings.map(({ name, value }) => [name, value]))
  return { ...finished, words, numbers }
}

describe('strata', () => {
  const body = 'from: admitted\ntest: simpson\ncolumn: admitted\ngroup: sex\ngroups: [男, 女]'

  it('turn a difference, and it is said which', async () => {
    const { words, numbers } = await told(`${body}\nwithin: [same, department]`)
    expect(numbers['turned']).toBe(1)
    expect(numbers['estimate']).toBeCloseTo(1007 / 2083 - 332 / 1067, 12)
    expect(numbers['adjusted'] as number).toBeLessThan(0)
    expect(words).toContain('按department分层，4 层里有 3 层反过来')
    expect(words).toContain('辛普森悖论')
  })

  it('that do not turn it are not said to', async () => {
    const { words, numbers } = await told(`${body}\nwithin: [same]`)
    expect(numbers['turned']).toBe(0)
    expect(words).toContain('分层来看，方向没有反过来')
  })
})

it('those who did not answer leave a range', async () => {
  const { numbers, words } = await told(
    'from: calls\ntest: answered\nanswered: replied\ncolumn: answer\nequals: 满意\ngroup: side',
  )
  expect(numbers).toMatchObject({ estimate: 0.5, reply: 0.4, low: 0.2, high: 0.8, n: 100 })
  expect(words).toContain('20.0% 到 80.0%')
  expect(words).toContain('排不出名次')
})

it('a standardised rate is told per what the population counts', async () => {
  const body =
    'from: rates\ntest: standardise\ngroup: side\nstratum: kind\nevents: done\npopulation: calls\nstandard: { table: mix, stratum: kind, weight: calls }\nper: 100'
  const { words, figure } = await told(`${body}\nunit: 件`)
  expect(words).toContain('每 100 件')
  expect(figure?.measure.zh).toContain('每 100 件')
  expect((await told(body)).words).toContain('每 100 人')
})

describe('a series', () => {
  it('gives a signal where it leaps, and warns of another definition', async () => {
    const { numbers, words, table, figure } = await told(
      'from: months\ntest: control\nchart: c\norder: month\ncolumn: n\nversion: version',
    )
    expect(numbers['signals']).toBe(1)
    expect(table?.rows[0]?.[0]).toBe('2024-06-01')
    expect(figure?.kind).toBe('control')
    expect(words).toContain('version不止一种（换了 1 次）：口径变了')
  })

  it('of one definition has no such warning', async () => {
    const { words } = await told('from: months\ntest: change\norder: month\ncolumn: n')
    expect(words).not.toContain('口径变了')
  })

  it('shows where the definition changes', async () => {
    const { figure } = await told(
      'from: months\ntest: season\norder: month\ncolumn: n\nversion: version',
    )
    expect(figure).toMatchObject({ marks: [{ at: 12, label: { zh: '改用新口径' } }] })
  })
})

it('few values in a table of two by two are told to be read by the exact test', async () => {
  const { words } = await told(`from: odd\ntest: independence\ncolumns: [g, age]`)
  expect(words).toContain('请看费希尔精确 p')
})

describe('what cannot be computed says why', () => {
  it.each([
    ['from: odd\ntest: means\ncolumn: x\ngroup: g', '至少要有两组'],
    ['from: odd\ntest: means\ncolumn: same\ngroup: g', '各组里的值各自都一样'],
    ['from: many\ntest: means\ncolumn: x\ngroup: g', '超过 50 组'],
    ['from: empty\ntest: means\ncolumn: x\ngroup: g', '至少要有两组'],
    ['from: odd\ntest: ranks\ncolumn: same\ngroup: g', '值不能都一样'],
    ['from: odd\ntest: ranks\ncolumn: x\ngroup: g', '至少要有两组'],
    ['from: many\ntest: ranks\ncolumn: x\ngroup: g', '超过 50 组'],
    ['from: empty\ntest: ranks\ncolumn: x\ngroup: g', '至少要有两组'],
    ['from: odd\ntest: paired\ncolumns: [x, w]', '只有 1 个值'],
    ['from: admitted\ntest: paired\ncolumns: [sex, sex]', '只有 0 个值'],
    ['from: months\ntest: paired\ncolumns: [same, size]', '每一行的差都一样'],
    ['from: months\ntest: correlation\ncolumns: [same, n]\nmethod: spearman', '谈不上相关'],
    ['from: empty\ntest: survey\ncolumn: x\nweight: w', '“x”没有可用的值'],
    ['from: odd\ntest: survey\ncolumn: x\nweight: w', '只有 1 个值'],
    [
      'from: odd\ntest: survey\ncolumn: same\nweight: same\nstrata: age\ncluster: age',
      '只有一个抽样单元',
    ],
    ['from: empty\ntest: control\norder: x\ncolumn: x', '至少要有两个时间点'],
    [
      'from: months\ntest: control\nchart: p\norder: month\ncolumn: size\nsize: n',
      '分子不能超过分母',
    ],
    ['from: odd\ntest: control\nchart: u\norder: age\ncolumn: same\nsize: w', '大于 0 的分母'],
    ['from: many\ntest: control\norder: x\ncolumn: x', '超过 1000 个'],
    ['from: months\ntest: season\norder: month\ncolumn: few', '至少要有两轮'],
    ['from: months\ntest: season\norder: month\ncolumn: n\nperiod: 13', '至少要有两轮'],
    ['from: odd\ntest: season\norder: age\ncolumn: w\nmultiply: true\nperiod: 2', '大于 0'],
    ['from: months\ntest: change\norder: month\ncolumn: few', '只有 2 个点'],
    ['from: months\ntest: change\norder: month\ncolumn: same', '所有的值都一样'],
    [
      'from: admitted\ntest: simpson\ncolumn: admitted\ngroup: department\nwithin: [sex]',
      '要比的是两组',
    ],
    [
      'from: admitted\ntest: simpson\ncolumn: admitted\ngroup: sex\ngroups: [男, 无]\nwithin: [department]',
      '要比的是两组',
    ],
    ['from: many\ntest: simpson\ncolumn: x\ngroup: g\nwithin: [stratum]', '层数太多'],
    ['from: empty\ntest: answered\nanswered: ok\ncolumn: ok\ngroup: g', '没有一行有回答'],
    [
      'from: odd\ntest: standardise\ngroup: g\nstratum: age\nevents: same\npopulation: w\nstandard: { table: odd, stratum: age, weight: same }',
      '没有一个地区能算',
    ],
  ])('%s', async (body, words) => {
    const finished = await tell(body)
    if (finished?.ok !== false) throw new Error(finished?.sentence.zh ?? 'not computed')
    expect(finished.why.zh).toContain(words)
  })
})
