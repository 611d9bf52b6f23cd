import { lastDay } from '../anlan/calendar.ts'
import type { Draws } from '../draw.ts'
import { spun } from '../wheel.ts'
import { moment, type Purpose } from './calls.ts'

/** Days until people call again: exponential with this mean, at least 1. */
const meanLag = 11

/** The open, the late and the discontented call again; who only asked seldom does. */
const urge = `(1 + CASE WHEN NOT content THEN 4 ELSE 0 END
         + CASE WHEN closed_at IS NULL OR closed_at > due_at THEN 2 ELSE 0 END)
         * CASE WHEN request_type IN ('咨询', '建议') THEN 0.3 ELSE 1 END`

/**
 * Second calls about the same matter by the same caller, with numbers from `rows.first` on: the first calls with the smallest
 * −ln(1 − u) / urge, which is a weighted sample without replacement (Efraimidis & Spirakis 2006).
 * Half of those who had asked for help now complain. Same columns as `firstCalls`.
 */
export function repeatedCalls(
  first: string,
  rows: { readonly first: number; readonly count: number },
  draws: Draws<Purpose>,
): string {
  const lag = `1 + CAST(floor(-ln(1 - ${draws.uniform('lag')}) * ${meanLag}) AS INTEGER)`
  const harder = `request_type = '求助' AND ${draws.uniform('harder')} < 0.5`
  return `WITH again AS (
  SELECT *, CAST(created_at AS DATE) + ${lag} AS again_on,
         -ln(1 - ${draws.uniform('repeat')}) / (${urge}) AS patience
  FROM ${first}
), chosen AS (
  FROM again WHERE again_on <= DATE '${lastDay}' ORDER BY patience, call LIMIT ${rows.count}
)
SELECT ${rows.first} - 1 + row_number() OVER (ORDER BY call) AS call, matter, place,
       CASE WHEN ${harder} THEN '投诉' ELSE request_type END AS request_type,
       channel, caller,
       ${moment('again_on', 'h.item', draws.uniform('secondSecond'))} AS created_at,
       call AS repeat_of_call
FROM chosen
JOIN matters USING (matter)
${spun('hour_wheel', 'h', 'rhythm', draws.uniform('secondHour'))}`
}
