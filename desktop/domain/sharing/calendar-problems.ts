import * as z from 'zod'
import { daysBetween, daySchema, isWeekend } from './day.ts'
import { coverage, holidayYearSchema, type Calendar, type HolidayYear } from './holidays.ts'

/** What can be wrong with a calendar whose form is right; the interface has a sentence for each. */
export const calendarProblemSchema = z.object({
  code: z.enum([
    'backwards',
    'too_long',
    'other_year',
    'overlap',
    'make_up_weekday',
    'make_up_off',
    'make_up_twice',
    'year_missing',
    'year_twice',
  ]),
  year: z.int(),
  /** The day or the holiday that it is about; the other one where there are two. */
  what: z.string(),
  other: z.string().optional(),
})
export type CalendarProblem = z.infer<typeof calendarProblemSchema>

/** No announced holiday came near it: more is a slip of the pen. */
const longestHoliday = 31

/** Everything that is wrong with the days; empty where the calendar can be counted with. */
export function calendarProblems({ years }: Calendar): CalendarProblem[] {
  return [
    ...years.flatMap((year) => [...problemsOfDays(year), ...problemsOfMakeUp(year, years)]),
    ...problemsOfYears(years),
    ...overlaps(years),
  ]
}

/** A range may begin in the last December: that is when the New Year's days off do. */
const belongsTo = (year: number, day: string) =>
  day >= `${year - 1}-12-01` && day <= `${year}-12-31`

function problemsOfDays({ year, holidays }: HolidayYear): CalendarProblem[] {
  return holidays.flatMap(({ name, from, to }) => {
    const problem = (code: CalendarProblem['code']) => [{ code, year, what: name }]
    if (from > to) return problem('backwards')
    if (!belongsTo(year, from) || !belongsTo(year, to)) return problem('other_year')
    return daysBetween(from, to) >= longestHoliday ? problem('too_long') : []
  })
}

function problemsOfMakeUp(
  { year, makeUp }: HolidayYear,
  years: readonly HolidayYear[],
): CalendarProblem[] {
  return makeUp.flatMap((day, index) => {
    const problem = (code: CalendarProblem['code'], other?: string) => [
      { code, year, what: day, ...(other !== undefined && { other }) },
    ]
    if (makeUp.indexOf(day) < index) return problem('make_up_twice')
    if (!belongsTo(year, day)) return problem('other_year')
    if (!isWeekend(day)) return problem('make_up_weekday')
    const holiday = years
      .flatMap(({ holidays }) => holidays)
      .find(({ from, to }) => from <= day && day <= to)
    return holiday ? problem('make_up_off', holiday.name) : []
  })
}

function problemsOfYears(years: readonly HolidayYear[]): CalendarProblem[] {
  return years.slice(1).flatMap(({ year }, index): CalendarProblem[] => {
    const before = years[index]?.year ?? year
    if (year <= before) return [{ code: 'year_twice', year, what: String(year) }]
    return year === before + 1
      ? []
      : [{ code: 'year_missing', year, what: String(before + 1), other: String(year) }]
  })
}

function overlaps(years: readonly HolidayYear[]): CalendarProblem[] {
  const ranges = years
    .flatMap(({ year, holidays }) => holidays.map((holiday) => ({ year, ...holiday })))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const found: CalendarProblem[] = []
  let latest = ranges[0]
  for (const range of ranges.slice(1)) {
    if (latest && range.from <= latest.to) {
      found.push({ code: 'overlap', year: range.year, what: latest.name, other: range.name })
    }
    if (!latest || range.to > latest.to) latest = range
  }
  return found
}

const fileSchema = z.strictObject({
  title: z.string(),
  /** The last day that the notices cover. */
  until: daySchema,
  years: z.array(holidayYearSchema).min(1),
})

/** Reads the text of the shipped `holidays.json`; `undefined` where its form or its days are wrong. */
export function readCalendar(content: string): Calendar | undefined {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    return undefined
  }
  const file = fileSchema.safeParse(json)
  if (!file.success || coverage(file.data)?.last !== file.data.until) return undefined
  return calendarProblems(file.data).length === 0 ? { years: file.data.years } : undefined
}
