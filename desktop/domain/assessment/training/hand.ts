import { chinaDay, daysBetween } from '../../sharing/day.ts'
import { needKinds, type NeedKind, type WayStep } from './kinds.ts'
import { isPassed, placeOf, latest, type OnTheWay, type Place } from './way.ts'

export interface Need {
  readonly kind: NeedKind
  /** Finals not passed, peers' judgements missing or owed, days idle; else 0. */
  readonly count: number
}

export interface Standing {
  readonly step: WayStep
  /** The days of the journal, in China, as `2026-10-01`; null where not known. */
  readonly since: string | null
  /** Whole days since; a clock that was set back counts as none. */
  readonly days: number | null
  readonly need: Need | null
}

/** So many days without anything, and somebody asks how it goes: a week and a weekend. */
export const idleDays = 10
/** So many finals not passed, and going on alone is no advice. */
export const failedOften = 2

/** Where a person stands, and what holds her up; `today` is the day in China. */
export function standingOf(person: OnTheWay, today: string): Standing {
  const place = placeOf(person)
  const since = dayIn(place.since)
  const need = needOf(person, place, today)
  return { step: place.step, since, days: daysTo(since, today), need }
}

function needOf(person: OnTheWay, place: Place, today: string): Need | null {
  const found = [
    ...halfDone(place, today),
    ...failed(person, place),
    ...ofWork(person),
    ...when('owes', person.owes),
    ...idle(person, place, today),
    ...leftOut(person, place),
  ]
  return found[0] ?? null
}

const when = (kind: NeedKind, count: number): Need[] => (count > 0 ? [{ kind, count }] : [])

/** What was begun today may be going on now. */
function halfDone({ begun }: Place, today: string): Need[] {
  const days = begun ? daysTo(dayIn(begun.begunAt), today) : null
  return days !== null && days > 0 ? [{ kind: 'begun', count: days }] : []
}

function failed(person: OnTheWay, { begun }: Place): Need[] {
  const tries = person.sittings.filter(({ kind, end }) => kind === 'final' && end !== null)
  if (begun || tries.length < failedOften) return []
  if (tries.some((one) => isPassed(person, one))) return []
  return [{ kind: 'failed', count: tries.length }]
}

function ofWork({ work }: OnTheWay): Need[] {
  if (work === null || work.state === 'none' || work.state === 'passed') return []
  if (work.state === 'short') return [{ kind: 'short', count: 0 }]
  // peers first: a facilitator who comes after them sees where their levels are apart
  if (!work.allotted) return [{ kind: 'no-peers', count: 0 }]
  const missing = when('peers', work.waitsFor.length)
  return missing.length > 0 ? missing : [{ kind: 'to-judge', count: 0 }]
}

function idle({ lastAt, from }: OnTheWay, { step }: Place, today: string): Need[] {
  if (step === 'done') return []
  const last = dayIn(latest([lastAt, from]))
  if (last === null) return [{ kind: 'joined', count: 0 }]
  const days = daysTo(last, today) ?? 0
  return days >= idleDays ? [{ kind: 'idle', count: days }] : []
}

/** A final that was passed without the test after it: nothing says what was learned. */
function leftOut({ sittings }: OnTheWay, { step }: Place): Need[] {
  const ended = (wanted: string) =>
    sittings.some(({ kind, end }) => kind === wanted && end !== null)
  const further = step === 'capstone' || step === 'done' || (step === 'final' && ended('final'))
  return further && ended('before') && !ended('after') ? [{ kind: 'no-after', count: 0 }] : []
}

/** The day it was in China; null for an instant that is none. */
export function dayIn(instant: string | null): string | null {
  const at = Date.parse(instant ?? '')
  return Number.isNaN(at) ? null : chinaDay(new Date(at))
}

const daysTo = (day: string | null, today: string): number | null =>
  day === null ? null : Math.max(0, daysBetween(day, today))

/** Who needs a hand first; of the same need who has waited longest, then by the number in the class. */
export function byNeed<T extends { readonly standing: Standing; readonly number: number }>(
  people: readonly T[],
): T[] {
  const rank = ({ standing: { need } }: T) => (need ? needKinds.indexOf(need.kind) : Infinity)
  return people.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    if (one !== other) return one - other
    return (b.standing.days ?? 0) - (a.standing.days ?? 0) || a.number - b.number
  })
}
