import { finalOutcome } from '../outcome.ts'
import type { Programme } from '../programme.ts'
import type { SittingRecord } from '../record.ts'
import { wilson } from '../../statistics/proportions.ts'
import type { FinalEnd } from './kinds.ts'

export interface FinalTries {
  /** Learners who handed a final in here and had not passed one elsewhere before. */
  readonly taken: number
  readonly counts: Readonly<Record<FinalEnd, number>>
  /** Of those who did not pass at the first try: who tried again. */
  readonly again: number
  /** Passed one elsewhere, before any here: neither this training's success nor its failure. */
  readonly elsewhere: number
}

interface Finals {
  readonly training: string
  readonly pass: Programme['pass']
  /** Of the programme, also alone and of other trainings, in the order in which they began. */
  readonly sittings: readonly SittingRecord[]
}

/** A learner's finals that were handed in, and what came of them in this training; undefined: none. */
export function finalEnd(
  { training, pass, sittings }: Finals,
  learner: string,
): { readonly end: FinalEnd; readonly tries: number } | 'elsewhere' | undefined {
  const own = sittings.filter(
    (one) => one.learner === learner && one.kind === 'final' && one.end !== null,
  )
  const passes = (one: SittingRecord) => finalOutcome({ pass }, one).passed
  const begin = own.findIndex((one) => one.training === training)
  const before = begin < 0 ? own : own.slice(0, begin)
  if (before.some(passes)) return 'elsewhere'
  if (begin < 0) return undefined
  // a try elsewhere was a try; what came after the last one here is another training's
  const here = own.slice(0, own.findLastIndex((one) => one.training === training) + 1)
  const passed = here.findIndex((one) => one.training === training && passes(one))
  return { end: passed < 0 ? 'not-yet' : passed === 0 ? 'first' : 'later', tries: here.length }
}

/** How a training's finals came out, by the try. */
export function finalTries(finals: Finals, learners: readonly string[]): FinalTries {
  const ends = [...new Set(learners)].map((learner) => finalEnd(finals, learner))
  const told = ends.filter((one) => typeof one === 'object')
  const count = (end: FinalEnd) => told.filter((one) => one.end === end).length
  return {
    taken: told.length,
    counts: { first: count('first'), later: count('later'), 'not-yet': count('not-yet') },
    again: told.filter(({ end, tries }) => end !== 'first' && tries > 1).length,
    elsewhere: ends.filter((one) => one === 'elsewhere').length,
  }
}

const confidence = 0.95

/** A share of a group with its 95 % interval (Wilson's); null where the group is too small to tell of. */
export function shareOf(hits: number, n: number, least: number): [number, number] | null {
  const found = n < least ? undefined : wilson({ hits, n }, confidence)
  return found ? [found.low, found.high] : null
}
