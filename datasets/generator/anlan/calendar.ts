import { temporary, values } from '../sql.ts'

/**
 * Days off and make-up working days as the State Council's office announced them for 2023–2026
 * (国务院办公厅关于部分节假日安排的通知, one notice a year).
 */
const daysOff = [
  ['2023-01-01', '2023-01-02'],
  ['2023-01-21', '2023-01-27'],
  ['2023-04-05', '2023-04-05'],
  ['2023-04-29', '2023-05-03'],
  ['2023-06-22', '2023-06-24'],
  ['2023-09-29', '2023-10-06'],
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
] as const

const makeUpDays = [
  '2023-01-28',
  '2023-01-29',
  '2023-04-23',
  '2023-05-06',
  '2023-06-25',
  '2023-10-07',
  '2023-10-08',
  '2024-02-04',
  '2024-02-18',
  '2024-04-07',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
]

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
    daysOff.map(([first, last]) => ({ first, last })),
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
