import type { Draws } from '../draw.ts'
import type { Purpose } from './calls.ts'

/** The records are as they stood at this moment: what was closed later is still open in them. */
export const recordedUntil = "TIMESTAMP '2026-01-01 00:00:00'"

/** Work that would have taken longer was never finished. */
const longestHours = 4000

/** The offices work from 8:30 to 18:00. */
const opens = 'INTERVAL 510 MINUTE'
const closes = 'INTERVAL 18 HOUR'

function seconds(expression: string): string {
  return `to_seconds(CAST(floor(${expression}) AS BIGINT))`
}

/** Hours of work are log-logistic: median × (u / (1 − u)) ^ scatter. */
function effort(draws: Draws<Purpose>): string {
  const u = `greatest(${draws.uniform('duration')}, 1e-9)`
  return `median_hours * pace / 100
           * CASE WHEN urgent THEN 0.35 WHEN request_type = '咨询' THEN 0.5 ELSE 1 END
           * CASE WHEN reworked THEN 1.7 ELSE 1 END
           * power(${u} / (1 - ${u}), scatter / 100)`
}

/** `direct`: answered on the telephone at once. */
function flagged(calls: string, draws: Draws<Purpose>): string {
  return `SELECT calls.*, street, term_days, median_hours, scatter, satisfied_rate, pace,
         request_type NOT IN ('咨询', '建议') AND ${draws.uniform('urgent')} < urgent_rate / 1000 AS urgent,
         request_type <> '咨询' AND ${draws.uniform('rework')} < 0.03 + median_hours / 5000 AS reworked,
         request_type = '咨询' AND channel = '电话' AND ${draws.uniform('direct')} < 0.7 AS direct
  FROM ${calls} AS calls JOIN matters USING (matter) JOIN places USING (place)`
}

/** Urgent: one working day. A mere question: at most two. The rest: the matter's own term. */
const measured = (draws: Draws<Purpose>) => `SELECT *,
         CASE WHEN urgent THEN 1 WHEN request_type = '咨询' THEN least(term_days, 2)
              ELSE term_days END AS days_allowed,
         ${effort(draws)} AS effort
  FROM flagged`

const worked = `SELECT measured.*, due.day + ${closes} AS first_due, later.day + ${closes} AS second_due,
         CASE WHEN effort < ${longestHours} THEN created_at + ${seconds('effort * 3600')} END AS worked_until
  FROM measured
  JOIN calendar AS opened ON opened.day = CAST(created_at AS DATE)
  JOIN workdays AS due ON due.work_no = opened.work_no + days_allowed
  JOIN workdays AS later ON later.work_no = opened.work_no + 2 * days_allowed`

/** What is done at night or on a day off is closed on the next working day. */
const ready = (draws: Draws<Purpose>) => `SELECT worked.*,
         CASE WHEN direct THEN created_at + ${seconds(`120 + 720 * ${draws.uniform('minutes')}`)}
              WHEN c.working AND worked_until BETWEEN c.day + ${opens} AND c.day + ${closes} THEN worked_until
              ELSE next.day + ${opens} + ${seconds(`34200 * ${draws.uniform('clock')}`)}
         END AS ready_at
  FROM worked
  LEFT JOIN calendar AS c ON c.day = CAST(worked_until AS DATE)
  LEFT JOIN workdays AS next
    ON next.work_no = c.work_no + CASE WHEN c.working AND worked_until < c.day + ${closes} THEN 0 ELSE 1 END`

/** Half of what would be late is closed in the last hours of its term; some of the rest is extended. */
function decided(draws: Draws<Purpose>): string {
  const hurry = draws.uniform('hurry')
  return `SELECT *,
         ready_at > first_due AND ${hurry} < 0.5 AS hurried,
         coalesce(ready_at > first_due, true) AND ${hurry} >= 0.5 AND NOT urgent
           AND first_due < ${recordedUntil} AND ${draws.uniform('extension')} < 0.35 AS extended
  FROM ready`
}

const closed = (draws: Draws<Purpose>) => `SELECT *,
         CASE WHEN extended THEN second_due ELSE first_due END AS due_at,
         CASE WHEN hurried THEN first_due - ${seconds(`14400 * ${draws.uniform('minutes')}`)}
              ELSE ready_at END AS done_at
  FROM decided`

/** Adds terms, closing, and who was rushed, extended or done again, to a table of calls. */
export function settle(calls: string, draws: Draws<Purpose>): string {
  return `WITH flagged AS (
  ${flagged(calls, draws)}
), measured AS (
  ${measured(draws)}
), worked AS (
  ${worked}
), ready AS (
  ${ready(draws)}
), decided AS (
  ${decided(draws)}
), closed AS (
  ${closed(draws)}
)
SELECT * EXCLUDE (reworked), CASE WHEN done_at < ${recordedUntil} THEN done_at END AS closed_at,
       closed_at IS NOT NULL AND reworked AS reworked
FROM closed`
}
