import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLearning, type LearningBench } from './learning-support.ts'

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning({ timeoutMs: 8000 })
})
afterAll(() => bench.close())

const grade = (sql: string) =>
  bench.learning.grade('a4-query-1', '01-count-by-street', 'noise-by-street', sql)

it.each<[string, string]>([
  [
    'a recursion without end',
    'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r',
  ],
  [
    'a join without a condition',
    'SELECT count(*) FROM hotline_tickets a, hotline_tickets b, hotline_tickets c WHERE a.street <> b.community',
  ],
])('stops %s, says so, and goes on', async (_, endless) => {
  const verdict = await grade(endless)
  expect(verdict).toMatchObject({ correct: false, code: 'timeout', yours: null })
  expect(verdict.message).toMatch(/已经停下/)
  expect(await grade('SELECT 1 AS street')).toMatchObject({ code: 'columns' })
})
