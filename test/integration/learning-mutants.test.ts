import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { focusOf } from '../../desktop/domain/course/focus.ts'
import { mutantsOf } from '../../desktop/domain/course/mutants.ts'
import { shapeOf } from '../../desktop/domain/course/shape.ts'
import type { Json } from '../../desktop/domain/course/syntax-tree.ts'
import { ExerciseRunner } from '../../desktop/services/learning/runner.ts'
import { openExerciseEngine, type ExerciseEngine } from './learning-support.ts'

/** What is read out of DuckDB's own syntax trees, and what is changed in them. */

let engine: ExerciseEngine
let runner: ExerciseRunner
beforeAll(async () => {
  engine = await openExerciseEngine([])
  runner = new ExerciseRunner(engine.supervisor, 10_000)
})
afterAll(() => engine.close())

async function treeOf(sql: string): Promise<Json> {
  const [tree] = await runner.trees([sql])
  if (tree === undefined) throw new Error(`no tree of ${sql}`)
  return tree
}

async function mutantTexts(sql: string): Promise<string[]> {
  const mutants = mutantsOf(await treeOf(sql), true)
  const texts = await runner.texts(mutants.map((mutant) => mutant.tree))
  return mutants.map(
    ({ slip, about }, index) => `${slip} ${about}: ${texts[index] ?? 'unreadable'}`,
  )
}

describe('mutants', () => {
  it('leave out each condition and turn each comparison', async () => {
    expect(await mutantTexts("SELECT a FROM t WHERE b >= 3 AND c = 'x'")).toEqual([
      "missing-condition b: SELECT a FROM t WHERE (c = 'x')",
      'missing-condition c: SELECT a FROM t WHERE (b >= 3)',
      "logic b: SELECT a FROM t WHERE ((b >= 3) OR (c = 'x'))",
      "boundary b: SELECT a FROM t WHERE ((b > 3) AND (c = 'x'))",
      "reversed b: SELECT a FROM t WHERE ((b <= 3) AND (c = 'x'))",
      "reversed c: SELECT a FROM t WHERE ((b >= 3) AND (c != 'x'))",
    ])
  })

  it('leave out one of several values', async () => {
    expect(await mutantTexts("SELECT a FROM t WHERE b IN ('x', 'y')")).toEqual([
      'missing-condition b: SELECT a FROM t',
      "reversed b: SELECT a FROM t WHERE (b NOT IN ('x', 'y'))",
      "missing-branch b: SELECT a FROM t WHERE (b IN ('y'))",
      "missing-branch b: SELECT a FROM t WHERE (b IN ('x'))",
    ])
  })

  it('group and aggregate otherwise', async () => {
    expect(
      await mutantTexts('SELECT a, b, sum(c) AS s FROM t GROUP BY a, b HAVING count(*) > 1'),
    ).toEqual([
      'missing-condition : SELECT a, b, sum(c) AS s FROM t GROUP BY a, b',
      'grouping a: SELECT min(a) AS a, b, sum(c) AS s FROM t GROUP BY b HAVING (count_star() > 1)',
      'grouping b: SELECT a, min(b) AS b, sum(c) AS s FROM t GROUP BY a HAVING (count_star() > 1)',
      'aggregate sum: SELECT a, b, avg(c) AS s FROM t GROUP BY a, b HAVING (count_star() > 1)',
      'boundary : SELECT a, b, sum(c) AS s FROM t GROUP BY a, b HAVING (count_star() >= 1)',
      'reversed : SELECT a, b, sum(c) AS s FROM t GROUP BY a, b HAVING (count_star() < 1)',
    ])
  })

  it('sort, cut, join and de-duplicate otherwise', async () => {
    expect(
      await mutantTexts('SELECT DISTINCT a FROM t JOIN u USING (id) ORDER BY a DESC, b LIMIT 3'),
    ).toEqual([
      'distinct : SELECT a FROM t INNER JOIN u USING (id) ORDER BY a DESC, b LIMIT 3',
      'missing-sort : SELECT DISTINCT a FROM t INNER JOIN u USING (id) LIMIT 3',
      'sort-direction a: SELECT DISTINCT a FROM t INNER JOIN u USING (id) ORDER BY a ASC, b LIMIT 3',
      'sort-direction b: SELECT DISTINCT a FROM t INNER JOIN u USING (id) ORDER BY a DESC, b DESC LIMIT 3',
      'missing-sort b: SELECT DISTINCT a FROM t INNER JOIN u USING (id) ORDER BY a DESC LIMIT 3',
      'missing-limit : SELECT DISTINCT a FROM t INNER JOIN u USING (id) ORDER BY a DESC, b',
      'join : SELECT DISTINCT a FROM t LEFT JOIN u USING (id) ORDER BY a DESC, b LIMIT 3',
    ])
  })

  it('reach into common table expressions and subqueries', async () => {
    const texts = await mutantTexts(
      'WITH x AS (SELECT a FROM t WHERE b > 1) SELECT a FROM (SELECT a FROM x ORDER BY a)',
    )
    expect(texts).toContain(
      'missing-condition b: WITH x AS (SELECT a FROM t)SELECT a FROM (SELECT a FROM x ORDER BY a)',
    )
    expect(texts).toContain(
      'missing-sort : WITH x AS (SELECT a FROM t WHERE (b > 1))SELECT a FROM (SELECT a FROM x)',
    )
  })
})

describe('a query’s shape', () => {
  it('names what it is made of', async () => {
    const sql = `WITH x AS (SELECT * FROM Tickets) SELECT street, count(*), avg(days) FROM x JOIN people p ON p.id = x.id
      WHERE urgent AND days > 3 GROUP BY 1 ORDER BY 2 LIMIT 3`
    const shape = shapeOf(await treeOf(sql))
    expect(shape).toMatchObject({
      tables: ['tickets', 'people'],
      grouped: ['street'],
      aggregates: ['avg', 'count_star'],
      sorted: true,
      limited: true,
      distinct: false,
      star: true,
    })
    expect([...shape.conditions.keys()]).toEqual(['urgent', 'days'])
  })

  it('is none for what is no SELECT', async () => {
    expect(await runner.trees(['DROP TABLE t', 'SELEC', ''])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('what a query asks about', () => {
  it('is the values it compares columns with', async () => {
    const sql = `SELECT street FROM t WHERE kind = '噪声' AND days >= 3 AND day < DATE '2025-07-01'
      AND share BETWEEN 0.5 AND 1 AND name LIKE '%村%' AND 8 > hours AND year(day) = 2025 AND a = b`
    const { constants, reads } = focusOf(await treeOf(sql))
    expect(Object.fromEntries(constants)).toEqual({
      kind: ['噪声'],
      days: ['3'],
      day: ['2025-07-01'],
      share: ['0.5', '1'],
      name: ['村'],
      hours: ['8'],
    })
    expect(reads('STREET')).toBe(true)
    expect(reads('other')).toBe(false)
  })
})
