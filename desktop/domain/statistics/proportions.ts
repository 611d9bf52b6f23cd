import { criticalZ, upperChiSquare } from './distributions.ts'
import type { Difference, Estimate } from './means.ts'

/** `hits` out of `n`. */
export interface Share {
  readonly hits: number
  readonly n: number
}

/**
 * A proportion with Wilson's score interval (E. B. Wilson, JASA 22, 1927; method 3 of R. G. Newcombe,
 * Statistics in Medicine 17:857, 1998), which stays within 0 and 1. `undefined` for none of none.
 */
export function wilson({ hits, n }: Share, confidence: number): Estimate | undefined {
  if (n < 1) return undefined
  const z = criticalZ(confidence)
  const p = hits / n
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return {
    estimate: p,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === n ? 1 : Math.min(1, centre + half),
  }
}

/**
 * The difference of two proportions, first less second, with Newcombe's hybrid score interval (method
 * 10 of R. G. Newcombe, Statistics in Medicine 17:873, 1998). `p` is of Pearson's chi-square without a
 * correction for continuity. `undefined` where a group is empty.
 */
export function newcombe(a: Share, b: Share, confidence: number): Difference | undefined {
  const [first, second] = [wilson(a, confidence), wilson(b, confidence)]
  if (!first || !second) return undefined
  const estimate = first.estimate - second.estimate
  const down = Math.hypot(first.estimate - first.low, second.high - second.estimate)
  const up = Math.hypot(first.high - first.estimate, second.estimate - second.low)
  return {
    estimate,
    low: Math.max(-1, estimate - down),
    high: Math.min(1, estimate + up),
    p: pooledP(a, b, estimate),
  }
}

function pooledP(a: Share, b: Share, difference: number): number {
  const pooled = (a.hits + b.hits) / (a.n + b.n)
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n)
  return variance > 0 ? upperChiSquare(difference ** 2 / variance, 1) : 1
}
