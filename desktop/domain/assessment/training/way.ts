import type { SittingKind } from '../events.ts'
import { finalOutcome } from '../outcome.ts'
import type { Programme } from '../programme.ts'
import type { SittingRecord } from '../record.ts'
import type { WayStep } from './kinds.ts'

/** How far a work is: not there, waiting for a facilitator, found wanting, passed. */
export type WorkState = 'none' | 'waiting' | 'short' | 'passed'

/** What is known of one person of a class that is in a training; instants as the journal has them. */
export interface OnTheWay {
  /** When the training began; null for who joined later, of whom no day is known. */
  readonly from: string | null
  /** The person's own of the programme, of whatever training, in the order in which they began. */
  readonly sittings: readonly SittingRecord[]
  readonly pass: Programme['pass']
  readonly courses: { readonly done: number; readonly of: number; readonly lastAt: string | null }
  /** Null where the programme has none that can be judged. */
  readonly work: {
    readonly state: WorkState
    readonly at: string | null
    /** When a facilitator last judged it. */
    readonly judgedAt: string | null
    /** Whether peers were allotted, and those of them who have not judged it yet. */
    readonly allotted: boolean
    readonly waitsFor: readonly string[]
  } | null
  /** Works of others that wait for this person's judgement. */
  readonly owes: number
  /** When the person last did anything that the journal keeps. */
  readonly lastAt: string | null
}

export interface Place {
  readonly step: WayStep
  /** When the step was come to; null where that is not known. */
  readonly since: string | null
  /** The test that was begun and not handed in. */
  readonly begun: SittingRecord | undefined
}

/** Where a person is on the way: behind the last step that is done, whatever was left out before it. */
export function placeOf(person: OnTheWay): Place {
  const { work, courses, from } = person
  const ended = (kind: SittingKind) =>
    person.sittings.findLast((one) => one.kind === kind && one.end !== null)
  const [before, after] = [ended('before'), ended('after')]
  const passed = person.sittings.find((one) => isPassed(person, one))
  const begun = begunTest(person, passed !== undefined)
  const at = (step: WayStep, ...ats: (string | null | undefined)[]): Place => ({
    ...{ step, begun, since: latest([from, ...ats]) },
  })
  if (begun) return at(begun.kind, begun.begunAt)
  if (work?.state === 'passed' && passed) return at('done', work.judgedAt, passed.endedAt)
  if (passed) {
    return work === null ? at('done', passed.endedAt) : at('capstone', work.at, passed.endedAt)
  }
  const tried = ended('final')
  if (tried || after) return at('final', tried?.endedAt, after?.endedAt)
  if (before) {
    const learnt = courses.done >= courses.of
    return at(learnt ? 'after' : 'courses', before.endedAt, learnt ? courses.lastAt : null)
  }
  return at('before', ended('placement')?.endedAt)
}

export const isPassed = ({ pass }: Pick<OnTheWay, 'pass'>, one: SittingRecord): boolean =>
  one.kind === 'final' && one.end !== null && finalOutcome({ pass }, one).passed

/** Of a test that is behind the person nothing is waited for any more. */
function begunTest({ sittings }: OnTheWay, passed: boolean): SittingRecord | undefined {
  const further = sittings.some(({ kind, end }) => kind !== 'placement' && end !== null)
  return sittings.findLast(({ kind, end }) => {
    if (end !== null) return false
    return kind === 'placement' ? !further : !passed
  })
}

/** The latest of some instants; one that no clock could have told is none. */
export function latest(ats: readonly (string | null | undefined)[]): string | null {
  let [found, ms]: [string | null, number] = [null, -Infinity]
  for (const at of ats) {
    const then = Date.parse(at ?? '')
    if (at && then > ms) [found, ms] = [at, then]
  }
  return found
}
