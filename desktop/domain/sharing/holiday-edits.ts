import * as z from 'zod'
import { holidayYearSchema, type HolidayYear } from './holidays.ts'

/** The years that were edited or added here, by year; the shipped ones are not among them. */
export type HolidayEdits = Readonly<Record<string, HolidayYear>>

const changed = z.object({ year: holidayYearSchema })
const restored = z.object({ year: z.int().nullable() })

interface RecordedEvent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * What was changed in the holiday calendar. Kept apart from the shipped calendar and by year, so
 * that a newer Zhizhi with one more year is not hidden by an older edit.
 */
export const holidaysProjection = {
  name: 'holidays',
  version: 1,
  initial: {} as HolidayEdits,
  reduce(state: HolidayEdits, { type, data }: RecordedEvent): HolidayEdits {
    if (type === 'holidays.changed') {
      const read = changed.safeParse(data)
      return read.success ? { ...state, [read.data.year.year]: read.data.year } : state
    }
    if (type !== 'holidays.restored') return state
    const read = restored.safeParse(data)
    return read.success ? withoutYear(state, read.data.year) : state
  },
}

/** The edits without those of one year; without any where `year` is null. */
export function withoutYear(edits: HolidayEdits, year: number | null): HolidayEdits {
  if (year === null) return {}
  return Object.fromEntries(Object.entries(edits).filter(([key]) => key !== String(year)))
}
