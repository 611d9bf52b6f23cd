import type { At, Presence } from './presence.ts'

/**
 * Why somebody may want a visit: he said he is lost; three wrong answers or mistakes and not there yet;
 * the same practice left twice before its goal; nothing for three minutes in something begun.
 */
export interface Stuck {
  readonly why: 'asked' | 'wrong' | 'left' | 'idle'
  /** Wrong answers, or runs left; 0 for the others. */
  readonly times: number
  readonly minutes: number
}

const wrongLimit = 3
const leftLimit = 2
const idleFrom = 3
/** Who has not touched it for so long is at something else, not stuck. */
const idleTo = 20

const order: readonly Stuck['why'][] = ['asked', 'wrong', 'left', 'idle']

/** Whole minutes since; a clock that was set back counts as none. */
export function minutesSince(since: string, now: Date): number {
  const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000)
  return Number.isFinite(minutes) ? Math.max(0, minutes) : 0
}

/** Why this person is stuck; nothing where he is not. What is finished is never stuck. */
export function stuckIn(at: At | null, now: Date): Stuck | undefined {
  if (!at || at.finished) return undefined
  const minutes = minutesSince(at.since, now)
  if (at.asked) return { why: 'asked', times: 0, minutes }
  if (minutes > idleTo) return undefined
  if (at.wrong >= wrongLimit) return { why: 'wrong', times: at.wrong, minutes }
  if (at.left >= leftLimit) return { why: 'left', times: at.left, minutes }
  return minutes > idleFrom ? { why: 'idle', times: 0, minutes } : undefined
}

export interface BoardRow {
  readonly person: Presence
  readonly stuck: Stuck | undefined
}

/** Who is stuck first, by what it is; otherwise everybody in the order of the class, never by success. */
export function boardRows(people: readonly Presence[], now: Date): BoardRow[] {
  const rows = people.map((person) => ({ person, stuck: stuckIn(person.at, now) }))
  const rank = ({ stuck }: BoardRow) => (stuck ? order.indexOf(stuck.why) : order.length)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}
