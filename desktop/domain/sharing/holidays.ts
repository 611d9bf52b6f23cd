import * as z from 'zod'
import { daySchema } from './day.ts'

const text = (max: number) => z.string().trim().min(1).max(max)

const holidaySchema = z.strictObject({
  name: text(20),
  /** First and last day off. */
  from: daySchema,
  to: daySchema,
})

/** One year as its notice announces it: days off, and weekend days that are worked in exchange. */
export const holidayYearSchema = z.strictObject({
  year: z.int().min(2000).max(2099),
  /** The notice, and the day it was issued. */
  source: z.strictObject({ title: text(80), date: daySchema }),
  holidays: z.array(holidaySchema).min(1).max(20),
  makeUp: z.array(daySchema).max(30),
})
export type HolidayYear = z.infer<typeof holidayYearSchema>

/** Years in order. Beyond them nothing is announced, and only weekends are known. */
export interface Calendar {
  readonly years: readonly HolidayYear[]
}

/** The first and the last day that the notices cover; `undefined` for a calendar without years. */
export function coverage({ years }: Calendar): { first: string; last: string } | undefined {
  const first = years[0]
  const last = years.at(-1)
  return first && last && { first: `${first.year}-01-01`, last: `${last.year}-12-31` }
}

/** The shipped years with those that were edited in their places, and those that were added. */
export function withYears(calendar: Calendar, edited: readonly HolidayYear[]): Calendar {
  const years = new Map([...calendar.years, ...edited].map((year) => [year.year, year]))
  return { years: [...years.values()].toSorted((a, b) => a.year - b.year) }
}

/** The same year with its days in order. */
export function inOrder({ holidays, makeUp, ...year }: HolidayYear): HolidayYear {
  return {
    ...year,
    holidays: holidays.toSorted((a, b) => compare(a.from, b.from)),
    makeUp: makeUp.toSorted(compare),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
