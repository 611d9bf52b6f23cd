import type { CalendarProblem } from '../../../../domain/sharing/calendar-problems.ts'
import {
  coverage,
  holidayYearSchema,
  type HolidayYear,
} from '../../../../domain/sharing/holidays.ts'
import { h } from './holiday-messages.ts'

/** A year as it is being typed: entries may be empty. */
export interface YearDraft {
  readonly year: number
  source: { title: string; date: string }
  holidays: { name: string; from: string; to: string }[]
  makeUp: { day: string }[]
}

export function draftOf({ year, source, holidays, makeUp }: HolidayYear): YearDraft {
  return {
    year,
    source: { ...source },
    holidays: holidays.map((holiday) => ({ ...holiday })),
    makeUp: makeUp.map((day) => ({ day })),
  }
}

/** The year after the last, or this year; the usual holidays with their days still to be filled in. */
export function nextYear(years: readonly HolidayYear[], today: string): YearDraft {
  const covered = coverage({ years })
  const year = covered ? Number(covered.last.slice(0, 4)) + 1 : Number(today.slice(0, 4))
  return {
    year,
    source: { title: h.form.noticeOf(year), date: '' },
    holidays: h.usual.split('、').map((name) => ({ name, from: '', to: '' })),
    makeUp: [],
  }
}

/** The year that was typed; `undefined` where something is missing. Empty working days are left out. */
export function yearOf({ makeUp, ...draft }: YearDraft): HolidayYear | undefined {
  const days = makeUp.map(({ day }) => day).filter((day) => day !== '')
  return holidayYearSchema.safeParse({ ...draft, makeUp: days }).data
}

export function problemText({ code, what, other = '' }: CalendarProblem): string {
  return h.problem[code](what, other)
}
