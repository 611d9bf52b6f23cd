import type { Draws } from '../draw.ts'
import type { Truths } from '../truths.ts'
import type { Purpose } from './calls.ts'
import { rivalled, shown } from './simpson.ts'

/** Of closed tickets, those whose callers an auditor calls, whoever was called before. */
const auditedShare = 0.02

/** The chance to be content; being late and being slow cost most. */
const chance = `greatest(0, least(1, satisfied_rate / 100
         + CASE WHEN direct THEN 0.03 ELSE 0 END
         - CASE WHEN closed_at IS NULL OR closed_at > due_at THEN 0.24 ELSE 0 END
         - 0.012 * least(coalesce(calendar_days, 15), 15)))`

/**
 * The chance to be called back. Who is content is called more often, and so is who was closed in time,
 * by four sevenths as much: the rate that is shown flatters. Without the first, nothing of it is left.
 */
const asked = ({ points }: Truths['callBack']) => {
  const usual = `0.26 + 0.05 * (year(created_at) - 2023)
         + CASE WHEN closed_at <= due_at THEN ${(points * 4) / 700} ELSE 0 END`
  return `${usual} AS asked_if_not, asked_if_not + ${points / 100} AS asked_if_content`
}

/** Adds calendar_days, content (never published), called_back, satisfied and audit_satisfied. */
export function callBack(settled: string, truths: Truths, draws: Draws<Purpose>): string {
  return `WITH counted AS (
  SELECT *, CAST(closed_at AS DATE) - CAST(created_at AS DATE) AS calendar_days FROM (${settled})
), usual AS (
  SELECT *, ${chance} AS chance, ${asked(truths.callBack)}, ${shown} AS shown FROM counted
), felt AS (
  SELECT *, ${draws.uniform('satisfied')} < ${rivalled(truths.simpson)} AS content FROM usual
), called AS (
  SELECT *, closed_at IS NOT NULL AND ${draws.uniform('callBack')}
            < CASE WHEN content THEN asked_if_content ELSE asked_if_not END AS called_back
  FROM felt
)
SELECT *, CASE WHEN called_back AND ${draws.uniform('answer')} < 0.86 THEN content END AS satisfied,
       CASE WHEN closed_at IS NOT NULL AND ${draws.uniform('audit')} < ${auditedShare} THEN content END AS audit_satisfied
FROM called`
}
