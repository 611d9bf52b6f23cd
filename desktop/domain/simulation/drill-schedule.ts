import { shuffled } from '../course/kinds/shuffle.ts'
import { dayNumber } from '../course/review.ts'
import { needsFollowUp, type DrillRecord } from './drill-record.ts'

/**
 * Warnings of one and the same scheme fade, and what was learnt of frauds is measurably weaker after
 * some months; so a round comes back after three to four, on a day of each learner's own.
 */
const fewestDays = 90
const mostDays = 120
const spread = Array.from({ length: mostDays - fewestDays + 1 }, (_, day) => fewestDays + day)

/** When drills come back. */
export interface DrillDue {
  /** `new`: no round yet. `due`: today or since. `later`: on the day of `next`. */
  readonly state: 'new' | 'due' | 'later'
  /** Noon of the day, ISO 8601; null before the first round. */
  readonly next: string | null
  /** It is the early round, the day after frauds were believed. */
  readonly followUp: boolean
}

/** Days from the last round to the next: 1 once after believed frauds, else 90 to 120. */
export function daysToNext(learner: string, course: string, { rounds }: DrillRecord): number {
  const last = rounds.at(-1)
  if (!last || needsFollowUp(last)) return 1
  const [days = mostDays] = shuffled(spread, [learner, course, last.nth].join(' '), () => false)
  return days
}

/** Whether the next round is due, by the calendar on the wall. */
export function drillDue(
  learner: string,
  course: string,
  record: DrillRecord,
  now: Date,
): DrillDue {
  const last = record.rounds.at(-1)
  if (!last) return { state: 'new', next: null, followUp: false }
  const before = new Date(last.at)
  const days = daysToNext(learner, course, record)
  const day = new Date(before.getFullYear(), before.getMonth(), before.getDate() + days, 12)
  const gone = dayNumber(now) - dayNumber(before)
  // a last round in the future is a clock set back since: the waiting is over
  const due = gone >= days || gone < -1
  return { state: due ? 'due' : 'later', next: day.toISOString(), followUp: needsFollowUp(last) }
}
