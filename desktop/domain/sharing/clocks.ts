import type { Governance } from '../catalogue/governance.ts'
import { countWorkingDays, addWorkingDays, type CountedDay } from './working-days.ts'
import type { Calendar } from './holidays.ts'

export type SharingType = Governance['catalogue']['sharing']['type']

/**
 * Working days within which a request is answered, by sharing type; null where nothing is shared.
 * Source: 政务数据共享条例, in force since 2025-08-01.
 */
export const replyDays: Readonly<Record<SharingType, number | null>> = {
  unconditional: 1,
  conditional: 10,
  none: null,
}

/** Working days within which data are shared once that was approved; same source. */
export const provideDays = 20

export interface Clocks {
  readonly reply: CountedDay
  /** Where the approval comes on the last day. */
  readonly provide: CountedDay
}

/** When a request made on this day is due; `undefined` where the dataset is not shared. */
export function clocksFrom(type: SharingType, day: string, calendar: Calendar): Clocks | undefined {
  const days = replyDays[type]
  if (days === null) return undefined
  const reply = addWorkingDays(day, days, calendar)
  return { reply, provide: addWorkingDays(reply.date, provideDays, calendar) }
}

/** How a due day stands: working days that are left, or have passed since. */
export interface Due extends CountedDay {
  readonly overdue: boolean
  readonly days: number
}

export function dueOn(counted: CountedDay, today: string, calendar: Calendar): Due {
  const overdue = today > counted.date
  const [from, to] = overdue ? [counted.date, today] : [today, counted.date]
  return { ...counted, overdue, days: countWorkingDays(from, to, calendar) }
}
