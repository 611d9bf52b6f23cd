import * as z from 'zod'
import { caseSchema, caseStates, lastStep, stateOf, type Case, type CaseState } from './cases.ts'
import { dueOn, provideDays, replyDays, type Due } from './clocks.ts'
import { chinaDay } from './day.ts'
import type { Calendar } from './holidays.ts'
import { addWorkingDays, countWorkingDays } from './working-days.ts'

/** A request as it stands on one day. */
export const caseViewSchema = z.object({
  case: caseSchema,
  state: z.enum(caseStates),
  /** The day of the request, in China. */
  day: z.string(),
  /** When the next step is due; null where no term runs. */
  due: z
    .object({ date: z.string(), beyond: z.boolean(), overdue: z.boolean(), days: z.int() })
    .nullable(),
  /** Working days since the last step, for what waits without a term. */
  waiting: z.int(),
  /** The machine's date is earlier than what was already done: no term can be told. */
  clockBack: z.boolean(),
  /** The dataset is no longer in the catalogue. */
  gone: z.boolean(),
})
export type CaseView = z.infer<typeof caseViewSchema>

export interface Standing {
  readonly today: string
  readonly calendar: Calendar
  readonly hasDataset: (id: string) => boolean
}

export function caseView(one: Case, { today, calendar, hasDataset }: Standing): CaseView {
  const state = stateOf(one)
  const since = chinaDay(new Date(lastStep(one)?.at ?? one.at))
  const clockBack = today < since
  return {
    case: one,
    state,
    day: chinaDay(new Date(one.at)),
    due: clockBack ? null : dueOf(one, state, since, today, calendar),
    waiting: countWorkingDays(since, today, calendar),
    clockBack,
    gone: !hasDataset(one.asked.dataset),
  }
}

/** The sharing rules set terms for the reply and for the sharing; none is known for corrections. */
function dueOf(
  one: Case,
  state: CaseState,
  since: string,
  today: string,
  calendar: Calendar,
): Due | null {
  if (one.kind === 'correction') return null
  const days = state === 'open' ? replyDays[one.type] : state === 'accepted' ? provideDays : null
  // an undone answer sets the first term running again, from the day of the request
  return days === null ? null : dueOn(addWorkingDays(since, days, calendar), today, calendar)
}

/** Those that wait for somebody first, the most urgent on top; then the closed ones, newest first. */
export function byUrgency(one: CaseView, other: CaseView): number {
  const waits = Number(isWaiting(other)) - Number(isWaiting(one))
  if (waits !== 0) return waits
  if (!isWaiting(one)) return other.case.id - one.case.id
  const [due, otherDue] = [one.due?.date ?? '9999', other.due?.date ?? '9999']
  return due === otherDue ? one.case.id - other.case.id : due < otherDue ? -1 : 1
}

/** Whether somebody still has to do something. */
export function isWaiting({ state }: Pick<CaseView, 'state'>): boolean {
  return state === 'open' || state === 'accepted'
}
