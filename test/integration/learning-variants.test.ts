import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { focusOf } from '../../desktop/domain/course/focus.ts'
import type { Cell } from '../../desktop/domain/course/result.ts'
import type { SourceField, SourceTable } from '../../desktop/domain/course/source-table.ts'
import {
  variantsOf,
  wholeSetup,
  type Place,
  type Variant,
} from '../../desktop/domain/course/variants.ts'
import { ExerciseRunner } from '../../desktop/services/learning/runner.ts'
import { openExerciseEngine, type ExerciseEngine } from './learning-support.ts'

/** Hidden data made of the shipped tickets for a task on one category, urgency and days. */

const folder = fileURLToPath(new URL('../../datasets/hotline-tickets/data', import.meta.url))
const field = (name: string, type: string, more: Partial<SourceField> = {}): SourceField => ({
  name,
  type,
  nullable: false,
  key: false,
  closed: false,
  ...more,
})
const tickets: SourceTable = {
  schema: '',
  name: 'tickets',
  file: `${folder}/tickets.parquet`,
  rows: 300_000,
  fields: [
    field('ticket_id', 'string', { key: true }),
    field('created_at', 'datetime'),
    field('street', 'string'),
    field('community', 'string'),
    field('category', 'string'),
    field('request_type', 'string', { closed: true }),
    field('department', 'string', { nullable: true }),
    field('days_to_close', 'integer'),
    field('urgent', 'boolean'),
  ],
}
const reference = `SELECT street, request_type, department, count(*) FROM tickets
  WHERE category = '噪声扰民' AND days_to_close >= 5 AND created_at < '2025-07-01' AND urgent
  GROUP BY ALL`

let engine: ExerciseEngine
let runner: ExerciseRunner
let variants: Variant[]
beforeAll(async () => {
  engine = await openExerciseEngine([folder])
  runner = new ExerciseRunner(engine.supervisor, 30_000)
  const [tree] = await runner.trees([reference])
  variants = variantsOf([tickets], focusOf(tree ?? null), ['department'])
})
afterAll(() => engine.close())

const run = async (place: Place, sql: string) =>
  (await runner.run(place, sql, { maxRows: 10_000 })).rows

/** One row of numbers about each variant. */
async function measure(sql: string): Promise<Cell[][]> {
  const found: Cell[][] = []
  for (const variant of variants) found.push([...((await run(variant, sql))[0] ?? [])])
  return found
}

describe('hidden data', () => {
  it('is small, and there is more than one of it', async () => {
    const sizes = (await measure('SELECT count(*) FROM tickets')).map(([rows]) => Number(rows))
    expect(sizes).toHaveLength(3)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5000)
    expect(Math.min(...sizes)).toBeLessThan(100)
  })

  it('is the same every time', async () => {
    for (const variant of variants) {
      const all = 'SELECT * FROM tickets'
      const made = await runner.run(variant, all, { maxRows: 10_000, keep: false })
      expect(made.rows).toEqual(await run(variant, all))
    }
  })

  it('keeps keys unique and required columns filled', async () => {
    const sql = `SELECT count(*) - count(DISTINCT ticket_id),
      count(*) FILTER (street IS NULL OR category IS NULL OR urgent IS NULL) FROM tickets`
    expect(await measure(sql)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ])
  })

  it('has rows on both sides of every condition', async () => {
    const sql = `SELECT count(*) FILTER (category = '噪声扰民') > 0 AND count(*) FILTER (category <> '噪声扰民') > 0
      AND count(*) FILTER (urgent) > 0 AND count(*) FILTER (NOT urgent) > 0
      AND count(*) FILTER (days_to_close >= 5) > 0 AND count(*) FILTER (days_to_close < 5) > 0 FROM tickets`
    expect(await measure(sql)).toEqual([[true], [true], [true]])
  })

  it('has rows at the very edge of what is asked', async () => {
    const sql = `SELECT min(n), max(n) FROM (SELECT count(*) AS n FROM tickets
      WHERE created_at IN ('2025-07-01', TIMESTAMP '2025-06-30 23:59:59')  GROUP BY created_at)`
    const edges = await measure(sql)
    for (const [fewest] of edges.slice(0, 2)) expect(Number(fewest)).toBeGreaterThan(1)
  })

  it('has doubles, and groups that are empty or called otherwise', async () => {
    const doubles = await measure("SELECT count(*) FROM tickets WHERE ticket_id LIKE '%-2'")
    expect(doubles.map(([rows]) => Number(rows) > 0)).toEqual([false, true, true])
    const names = await measure(
      "SELECT count(*) FILTER (street LIKE '%甲'), count(DISTINCT street) FROM tickets",
    )
    expect(Number(names[0]?.[0])).toBeGreaterThan(0)
    expect(Number(names[0]?.[1])).toBeLessThan(12)
  })

  it('leaves alone what was asked for, closed lists, unread columns, and what the author keeps', async () => {
    const known = `SELECT DISTINCT request_type, community FROM tickets EXCEPT SELECT DISTINCT request_type, community
      FROM whole.tickets`
    const whole = wholeSetup([{ ...tickets, schema: 'whole' }])
    for (const variant of variants) {
      const setup = [...variant.setup, `USE "${variant.database ?? ''}"`, ...whole]
      expect(await run({ ...variant, setup }, known)).toEqual([])
      const gaps = 'SELECT count(*) FROM tickets WHERE department IS NULL'
      expect(await run(variant, gaps)).toEqual([[0]])
      const renamed = "SELECT count(*) FROM tickets WHERE category = '噪声扰民甲'"
      expect(await run(variant, renamed)).toEqual([[0]])
    }
  })

  it('has gaps where the descriptor allows them and the author does not forbid it', async () => {
    const [tree] = await runner.trees([reference])
    const [, gappy] = variantsOf([tickets], focusOf(tree ?? null), [])
    const gaps = await run(
      gappy ?? { setup: [] },
      'SELECT count(*) FROM tickets WHERE department IS NULL',
    )
    expect(Number(gaps[0]?.[0])).toBeGreaterThan(0)
  })
})
