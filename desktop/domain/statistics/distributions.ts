import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import fCdf from '@stdlib/stats-base-dists-f-cdf'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tCdf from '@stdlib/stats-base-dists-t-cdf'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/** Standard normal deviate that cuts off half of 1 − `confidence` on either side; 1.96 for 0.95. */
export function criticalZ(confidence: number): number {
  return normalQuantile(1 - (1 - confidence) / 2, 0, 1)
}

/** The same of Student's t with so many degrees of freedom, which need not be whole. */
export function criticalT(confidence: number, degrees: number): number {
  return tQuantile(1 - (1 - confidence) / 2, degrees)
}

/** Chance of a t at least as far from 0, on either side. */
export function twoSidedT(t: number, degrees: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), degrees))
}

/** Chance of a chi-square at least as large; below about 1e-15 it comes to 0. */
export function upperChiSquare(statistic: number, degrees: number): number {
  return Math.min(1, Math.max(0, 1 - chiSquareCdf(statistic, degrees)))
}

/** Chance of an F at least as large; taken from the lower tail of 1/F, so that small ones stay exact. */
export function upperF(f: number, between: number, within: number): number {
  return f > 0 ? fCdf(1 / f, within, between) : 1
}
