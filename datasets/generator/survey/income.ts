import type { Draws } from '../draw.ts'
import { values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { spun, wheel } from '../wheel.ts'
import type { Purpose } from './respondents.ts'

/** Of 100 households, those in each of the five bands, from the lowest. */
const bands: Readonly<Record<string, readonly number[]>> = {
  'younger old': [10, 24, 34, 20, 12],
  'younger new': [6, 16, 32, 26, 20],
  'younger town': [20, 32, 28, 13, 7],
  'elder old': [24, 32, 24, 12, 8],
  'elder new': [16, 30, 28, 16, 10],
  'elder town': [42, 32, 16, 6, 4],
}
const highest = 5

/** One in so many of those who did not say is visited again, and then says it. */
const visitedOneIn = 10

export function incomeTables(): string[] {
  const rows = Object.entries(bands).flatMap(([spin, weights]) =>
    weights.map((weight, index) => ({ spin, item: index + 1, weight })),
  )
  return [wheel('income_wheel', `FROM ${values('i', ['spin', 'item', 'weight'], rows)}`)]
}

/**
 * Adds `income_band` (NULL for those who do not say: missing not at random, on a straight line over the
 * bands) and `income_followup`, what a simple random sample of them said at a second visit.
 */
export function income(
  from: string,
  draws: Draws<Purpose>,
  { lowest, highest: most }: Truths['missing'],
): string {
  const silent = `${lowest} + ${most - lowest} * (income - 1) / ${highest - 1}`
  return `WITH earned AS (
  SELECT a.*, CAST(i.item AS INTEGER) AS income FROM ${from} AS a
  ${spun('income_wheel', 'i', `a.domain || ' ' || a.kind`, draws.uniform('income'))}
), asked AS (
  SELECT *, 100 * ${draws.uniform('silent')} < ${silent} AS silent FROM earned
), lined AS (
  SELECT *, row_number() OVER (PARTITION BY silent ORDER BY ${draws.uniform('visit')}, person) AS place,
         count(*) OVER (PARTITION BY silent) AS all_alike
  FROM asked
)
SELECT *, CASE WHEN NOT silent THEN income END AS income_band,
       CASE WHEN silent AND place * ${visitedOneIn} <= all_alike THEN income END AS income_followup
FROM lined`
}
