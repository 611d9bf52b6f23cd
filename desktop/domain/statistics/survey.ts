import { criticalT } from './distributions.ts'
import type { Estimate } from './means.ts'

/** One stratum, from its primary units' weighted totals (`a`) and weights (`b`). */
export interface Stratum {
  readonly units: number
  readonly a: number
  readonly b: number
  /** Variances and covariance over the units, divisor units − 1; 0 where there is one unit. */
  readonly vaa: number
  readonly vab: number
  readonly vbb: number
}

export interface SurveyEstimate extends Estimate {
  readonly error: number
  readonly degrees: number
  /** Strata of one unit only, of which no variance can be known. */
  readonly lonely: number
}

type Kind = 'mean' | 'total'

/**
 * A weighted mean (or share) or total with Taylor's linearisation: a unit counts as (a − m·b)/Σb for a
 * mean and as a for a total, and the variance is Σ units·s² over strata, as for units drawn with
 * replacement (K. M. Wolter, Introduction to Variance Estimation, 2007). A stratum of one unit is set
 * against the middle of all units (“adjust” of R's survey). `undefined` where there are no more units
 * than strata, or no weight.
 */
export function surveyEstimate(
  strata: readonly Stratum[],
  kind: Kind,
  confidence: number,
): SurveyEstimate | undefined {
  const sum = (of: (one: Stratum) => number) => strata.reduce((total, one) => total + of(one), 0)
  const [a, b, units] = [sum((one) => one.a), sum((one) => one.b), sum((one) => one.units)]
  const degrees = units - strata.length
  if (degrees < 1 || !(b > 0)) return undefined
  const [estimate, m, scale] = kind === 'mean' ? [a / b, a / b, b] : [a, 0, 1]
  const middle = (a - m * b) / scale / units
  const variance = sum((one) => {
    if (one.units === 1) return ((one.a - m * one.b) / scale - middle) ** 2
    return (one.units * (one.vaa - 2 * m * one.vab + m ** 2 * one.vbb)) / scale ** 2
  })
  const error = Math.sqrt(Math.max(0, variance))
  const half = criticalT(confidence, degrees) * error
  const lonely = strata.filter((one) => one.units === 1).length
  return { estimate, low: estimate - half, high: estimate + half, error, degrees, lonely }
}
