import holidays from '../../holidays.json' with { type: 'json' }
import { temporary, values } from '../sql.ts'

/** As announced for each year; the app's clocks count with the same list. */
const daysOff = holidays.years.flatMap((year) => year.holidays)
const makeUpDays = holidays.years.flatMap((year) => year.makeUp)

export const firstDay = '2023-01-01'
export const lastDay = '2025-12-31'
/** Terms and late closings may reach beyond the last day of the records. */
const calendarEnd = '2026-12-31'

/**
 * Tables: `calendar(day, day_off, working, work_no)`, where `work_no` counts the working days up to
 * and including the day, and `workdays(work_no, day)`, its inverse.
 */
export function calendar(): string[] {
  const off = values(
    'off',
    ['first', 'last'],
    daysOff.map(({ from, to }) => ({ first: from, last: to })),
  )
  const makeUp = values(
    'make_up',
    ['day'],
    makeUpDays.map((day) => ({ day })),
  )
  return [
    temporary(
      'calendar',
      `WITH days AS (
  SELECT CAST(unnest(generate_series(DATE '${firstDay}', DATE '${calendarEnd}', INTERVAL 1 DAY)) AS DATE) AS day
), marked AS (
  SELECT day,
         day IN (SELECT CAST(day AS DATE) FROM ${makeUp}) AS make_up,
         EXISTS (FROM ${off} WHERE days.day BETWEEN CAST(first AS DATE) AND CAST(last AS DATE)) AS day_off
  FROM days
), worked AS (
  SELECT day, day_off, make_up OR (NOT day_off AND isodow(day) < 6) AS working FROM marked
)
SELECT *, count(*) FILTER (WHERE working) OVER (ORDER BY day) AS work_no FROM worked`,
    ),
    temporary('workdays', 'SELECT work_no, day FROM calendar WHERE working'),
  ]
}
