import { setMaxListeners } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../../desktop/domain/notebook/name.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import type { Finished } from '../../desktop/domain/notebook/stat/finished.ts'
import { writeSmall, type SmallTable } from '../../desktop/domain/notebook/stat/small-table.ts'
import { gather } from '../../desktop/services/report/gather.ts'
import { openBench, type Bench } from './workbench-support.ts'

const text = `---
title: t
---
\`\`\`sql name=mixed
SELECT * FROM (VALUES
  (12.5, 3, '电话', true, DATE '2024-01-05', 'a'),
  (14.25, NULL, '电话', false, DATE '2024-03-01', 'a'),
  (9.75, 7, '网站', NULL, NULL, 'b'),
  (30, 8, NULL, true, DATE '2024-02-01', 'b'),
  ('NaN'::DOUBLE, 2, '现场', true, DATE '2024-02-02', NULL)
) v(amount, k, channel, ok, day, side)
\`\`\`

\`\`\`stat name=all
from: mixed
test: describe
columns: [amount, k, channel, ok, day]
\`\`\`

\`\`\`stat name=grouped
from: mixed
test: describe
columns: [amount, channel]
group: side
\`\`\`

\`\`\`sql name=none
SELECT * FROM mixed WHERE k > 100
\`\`\`

\`\`\`stat name=empty
from: none
test: describe
columns: [k]
\`\`\`

\`\`\`stat name=words
from: mixed
test: describe
columns: [channel]
\`\`\`

\`\`\`sql name=job
SELECT 'r' || r AS pay, 'c' || c AS content FROM (VALUES
  (1, [1, 3, 10, 6]), (2, [2, 3, 10, 7]), (3, [1, 6, 14, 12]), (4, [0, 1, 9, 11])
) v(r, counts), LATERAL (SELECT unnest(counts) AS n, generate_subscripts(counts, 1) AS c),
  LATERAL (SELECT unnest(range(n)))
\`\`\`

\`\`\`stat name=fisher
from: job
test: independence
columns: [pay, content]
\`\`\`

\`\`\`stat name=simulated
from: job
test: independence
columns: [pay, content]
exact: simulate
\`\`\`

\`\`\`sql name=many
SELECT i % 60 AS g, i AS x FROM range(600) t(i)
\`\`\`

\`\`\`stat name=too_many
from: many
test: describe
columns: [x]
group: g
\`\`\`
`

let bench: Bench
let told: ReadonlyMap<string, Finished>
beforeAll(async () => {
  bench = await openBench()
  const notebook = parseNotebook(text)
  expect(notebook.problems).toEqual([])
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const session = await bench.sessions.open()
  const material = { notebook, values: {}, datasets: [], session, engine: bench.engine, signal }
  const results = await gather({ ...material, onProgress: () => undefined })
  told = results.statistics
})
afterAll(() => bench.close())

function of(name: string) {
  const finished = told.get(fold(name))
  if (!finished?.ok) throw new Error(`${name}: ${finished?.why.zh ?? 'not computed'}`)
  return finished
}
const lines = (table: SmallTable | undefined) =>
  table?.rows.map((row) =>
    row.map((cell, at) => writeSmall(cell, table.columns[at]?.format, ({ zh }) => zh)),
  )

describe('several columns at once', () => {
  it('numbers, words and times, as R describes them', () => {
    // x <- c(12.5, 14.25, 9.75, 30); mean(x); sd(x); quantile(x) # 16.625 9.107003 9.75 11.8125 13.375 18.1875 30
    // k <- c(3, 7, 8, 2); mean(k); sd(k); quantile(k)            # 5 2.94392 2 2.75 5 7.25 8
    const { table, more, words } = { ...of('all'), words: of('all').says.zh }
    expect(lines(table)).toEqual([
      ['amount', '4', '0', '16.6', '9.11', '9.75', '11.8', '13.4', '18.2', '30'],
      ['k', '4', '1', '5', '2.94', '2', '2.75', '5', '7.25', '8'],
    ])
    expect(lines(more?.[0])).toEqual([
      ['channel', '4', '1', '3', '电话 2、现场 1、网站 1'],
      ['ok', '4', '1', '2', 'true 3、false 1'],
      ['day', '4', '1', '4', '2024-01-05 到 2024-03-01'],
    ])
    expect(words).toContain('4 列有缺值')
    expect(words).toContain('（20.0%）')
    const cautions = of('all').cautions.map(({ zh }) => zh)
    expect(cautions.join('')).toContain('1 个值不是有限的数')
  })

  it('in groups, rows without one among them', () => {
    const { table, more, sentence } = of('grouped')
    expect(sentence.zh).toBe('2 列、5 行的概况，按side分成 3 组。')
    expect(lines(table)?.map((row) => row.slice(0, 5))).toEqual([
      ['amount', 'a', '2', '0', '13.4'],
      ['amount', 'b', '2', '0', '19.9'],
      ['amount', '（没有组别）', '0', '0', '–'],
    ])
    expect(lines(more?.[0])).toHaveLength(3)
  })

  it('words alone have a table of their own', () => {
    expect(lines(of('words').table)).toHaveLength(1)
    expect(of('words').more).toEqual([])
  })

  it.each([
    ['empty', '没有一行'],
    ['too_many', '超过 50 组'],
  ])('of %s it is said why not: %s', (name, why) => {
    const finished = told.get(name)
    expect(finished?.ok === false ? finished.why.zh : '').toContain(why)
  })
})

describe('Fisher’s test of a table', () => {
  const p = (name: string) => of(name).findings.find((one) => one.name === 'exact_p')

  it('is exact where it can be', () => {
    // Job, of R's example(fisher.test); fisher.test(Job)$p.value
    expect(p('fisher')?.value).toBeCloseTo(0.782684938965675, 10)
    expect(
      of('fisher')
        .cautions.map(({ zh }) => zh)
        .join(''),
    ).toContain('请看费希尔精确 p')
  })

  it('or simulated from a fixed seed, and says so', () => {
    expect(p('simulated')?.value).toBeCloseTo(0.783, 1)
    expect(p('simulated')?.label.zh).toBe('费希尔 p（模拟 10,000 次）')
    expect(
      of('simulated')
        .cautions.map(({ zh }) => zh)
        .join(''),
    ).toContain('种子固定')
  })
})
