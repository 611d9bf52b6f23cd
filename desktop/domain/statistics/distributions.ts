import gammaln from '@stdlib/math-base-special-gammaln'
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'
import fCdf from '@stdlib/stats-base-dists-f-cdf'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
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

/** Chance of a standard normal deviate at least as far from 0, on either side. */
export function twoSidedZ(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1))
}

/** Chance of an F at least as large: of the F with its degrees exchanged, at most 1 ÷ it. */
export function upperF(statistic: number, above: number, below: number): number {
  return statistic > 0 ? Math.min(1, fCdf(1 / statistic, below, above)) : 1
}

/** ln Γ(x), for x above 0. */
export const lnGamma = (x: number): number => gammaln(x)
