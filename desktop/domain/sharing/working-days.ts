import { dayOf, isWeekendAt, msPerDay } from './day.ts'
import { coverage, type Calendar } from './holidays.ts'

/** Midnights UTC, in ms, of the days that are not what their weekday says. */
interface Exceptions {
  readonly off: ReadonlySet<number>
  readonly worked: ReadonlySet<number>
}

const known = new WeakMap<Calendar, Exceptions>()

function exceptionsOf(calendar: Calendar): Exceptions {
  const before = known.get(calendar)
  if (before) return before
  const off = new Set<number>()
  for (const { from, to } of calendar.years.flatMap(({ holidays }) => holidays)) {
    for (let at = Date.parse(from); at <= Date.parse(to); at += msPerDay) off.add(at)
  }
  const worked = new Set(
    calendar.years.flatMap(({ makeUp }) => makeUp.map((day) => Date.parse(day))),
  )
  const exceptions = { off, worked }
  known.set(calendar, exceptions)
  return exceptions
}

function isWorked({ off, worked }: Exceptions, at: number): boolean {
  return worked.has(at) || (!off.has(at) && !isWeekendAt(at))
}

/** Whether offices work on this day. Where the calendar says nothing, Monday to Friday. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return isWorked(exceptionsOf(calendar), Date.parse(day))
}

/** A day that was counted to; `beyond`: some day on the way lies outside the years announced. */
export interface CountedDay {
  readonly date: string
  readonly beyond: boolean
}

/**
 * The `count`-th working day after `from`; `from` itself where `count` is 0. The first day is not
 * counted: an assumption, after the rule of the Civil Code (民法典) that a term in days begins on the
 * day after, because the sharing rules' own way of counting was not at hand.
 */
export function addWorkingDays(from: string, count: number, calendar: Calendar): CountedDay {
  const exceptions = exceptionsOf(calendar)
  let at = Date.parse(from)
  for (let left = count; left > 0;) {
    at += msPerDay
    if (isWorked(exceptions, at)) left -= 1
  }
  const date = dayOf(at)
  const covered = coverage(calendar)
  return { date, beyond: !covered || from < covered.first || date > covered.last }
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function countWorkingDays(from: string, to: string, calendar: Calendar): number {
  const exceptions = exceptionsOf(calendar)
  let count = 0
  for (let at = Date.parse(from) + msPerDay; at <= Date.parse(to); at += msPerDay) {
    if (isWorked(exceptions, at)) count += 1
  }
  return count
}
