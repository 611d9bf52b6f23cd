import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import type { Estimate } from './means.ts'

/** One stratum (an age group, say): what happened, to how many, and the standard's weight. */
export interface RateStratum {
  readonly events: number
  readonly population: number
  readonly weight: number
}

/** The chi-square that leaves `share` below it; degrees need not be whole. */
export function chiSquareQuantile(share: number, degrees: number): number {
  if (!(degrees > 0) || share <= 0) return 0
  let [low, high] = [0, Math.max(1, degrees)]
  while (chiSquareCdf(high, degrees) < share) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step += 1) {
    const middle = (low + high) / 2
    if (chiSquareCdf(middle, degrees) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/**
 * A rate as it would be with the standard's make-up, Σ weight·rate / Σ weight, with the interval from the
 * gamma distribution (M. P. Fay and E. J. Feuer, Statistics in Medicine 16:791, 1997). `undefined` where
 * a stratum that the standard has holds nobody.
 */
export function directRate(
  strata: readonly RateStratum[],
  confidence: number,
): Estimate | undefined {
  const used = strata.filter(({ weight }) => weight > 0)
  const all = sumOf(used.map(({ weight }) => weight))
  if (used.length === 0 || used.some(({ population }) => !(population > 0))) return undefined
  const parts = used.map((one) => ({ ...one, part: one.weight / all / one.population }))
  const estimate = sumOf(parts.map(({ part, events }) => part * events))
  const variance = sumOf(parts.map(({ part, events }) => part ** 2 * events))
  const most = parts.reduce((high, { part }) => Math.max(high, part), 0)
  const cut = (1 - confidence) / 2
  const low =
    variance > 0
      ? (variance / (2 * estimate)) * chiSquareQuantile(cut, (2 * estimate ** 2) / variance)
      : 0
  const [over, rest] = [estimate + most, variance + most ** 2]
  const high = (rest / (2 * over)) * chiSquareQuantile(1 - cut, (2 * over ** 2) / rest)
  return { estimate, low, high }
}

/**
 * Observed over expected events with the exact interval of a Poisson count (F. Garwood, Biometrika 28,
 * 1936). `undefined` where nothing is expected.
 */
export function ratioToExpected(
  observed: number,
  expected: number,
  confidence: number,
): Estimate | undefined {
  if (!(expected > 0)) return undefined
  const cut = (1 - confidence) / 2
  return {
    estimate: observed / expected,
    low: chiSquareQuantile(cut, 2 * observed) / 2 / expected,
    high: chiSquareQuantile(1 - cut, 2 * observed + 2) / 2 / expected,
  }
}
