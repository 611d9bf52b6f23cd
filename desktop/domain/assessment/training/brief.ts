import type { FinalEnd } from './kinds.ts'

interface Gain {
  readonly after: number
  readonly gain: number
  readonly interval: readonly [number, number] | null
}

interface Ends {
  /** Learners who handed a final in. */
  readonly taken: number
  readonly ends: readonly {
    readonly end: FinalEnd
    readonly count: number
    readonly interval: readonly [number, number] | null
  }[]
}

/** A count of people and its share of a group with the 95 % interval. */
export interface Counted {
  readonly count: number
  readonly share: number
  readonly interval: readonly [number, number] | null
}

/**
 * How finals may be told outside: by the try; only passed or not; only how many handed one in (one
 * side is too small, and with the sum the other would tell it); of too few nothing; nobody yet.
 */
export type FinalsTold =
  | { readonly kind: 'tries'; readonly ends: Readonly<Record<FinalEnd, Counted>> }
  | { readonly kind: 'passed'; readonly passed: Counted; readonly failed: Counted }
  | { readonly kind: 'small' }
  | { readonly kind: 'few' }
  | { readonly kind: 'none' }

/** Nobody, or enough that none of them is pointed at. */
const tellable = (count: number, least: number) => count === 0 || count >= least

/** What may be said of finals to people outside; `least` is the smallest group that may be told of. */
export function finalsTold({ taken, ends }: Ends, least: number): FinalsTold {
  if (taken === 0) return { kind: 'none' }
  if (taken < least) return { kind: 'few' }
  const of = (end: FinalEnd): Counted => {
    const found = ends.find((one) => one.end === end)
    const count = found?.count ?? 0
    return { count, share: count / taken, interval: found?.interval ?? null }
  }
  const all = { first: of('first'), later: of('later'), 'not-yet': of('not-yet') }
  if (Object.values(all).every(({ count }) => tellable(count, least))) {
    return { kind: 'tries', ends: all }
  }
  const failed = all['not-yet']
  const count = taken - failed.count
  if (!tellable(count, least) || !tellable(failed.count, least)) return { kind: 'small' }
  // Wilson's interval of the others is the same one seen from 1
  const interval = failed.interval && ([1 - failed.interval[1], 1 - failed.interval[0]] as const)
  return { kind: 'passed', passed: { count, share: count / taken, interval }, failed }
}

/** Objectives whose interval lies above 0, the largest gain first, and how many there are. */
export function surest<One extends Gain>(gains: readonly One[], most: number) {
  const sure = gains.filter(({ interval }) => interval !== null && interval[0] > 0)
  return { sure: sure.length, best: sure.toSorted((a, b) => b.gain - a.gain).slice(0, most) }
}

/** Objectives that the fewest got right afterwards, the lowest share first: to be taught again. */
export const weakest = <One extends Gain>(gains: readonly One[], most: number): One[] =>
  gains.toSorted((a, b) => a.after - b.after).slice(0, most)
