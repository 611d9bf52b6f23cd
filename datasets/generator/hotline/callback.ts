import type { Draws } from '../draw.ts'
import type { Purpose } from './calls.ts'

/** Content or not, asked or not; being late and being slow cost most. */
function content(draws: Draws<Purpose>): string {
  return `${draws.uniform('satisfied')} < satisfied_rate / 100
         + CASE WHEN direct THEN 0.03 ELSE 0 END
         - CASE WHEN closed_at IS NULL OR closed_at > due_at THEN 0.24 ELSE 0 END
         - 0.012 * least(coalesce(days_to_close, 15), 15)`
}

/** Who was closed in time and is content is called back more often: the rate shown flatters. */
function calledBack(draws: Draws<Purpose>): string {
  return `closed_at IS NOT NULL AND ${draws.uniform('callBack')} < 0.26
         + 0.05 * (year(created_at) - 2023)
         + CASE WHEN content THEN 0.14 ELSE 0 END
         + CASE WHEN closed_at <= due_at THEN 0.08 ELSE 0 END`
}

/** Adds days_to_close, content (never published), called_back and satisfied to a settled table. */
export function callBack(settled: string, draws: Draws<Purpose>): string {
  return `WITH counted AS (
  SELECT *, CAST(closed_at AS DATE) - CAST(created_at AS DATE) AS days_to_close FROM (${settled})
), felt AS (
  SELECT *, ${content(draws)} AS content FROM counted
), asked AS (
  SELECT *, ${calledBack(draws)} AS called_back FROM felt
)
SELECT *, CASE WHEN called_back AND ${draws.uniform('answer')} < 0.86 THEN content END AS satisfied
FROM asked`
}
