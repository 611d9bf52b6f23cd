import { criticalT, twoSidedT } from './distributions.ts'

/** Number of values, their mean and their standard deviation (divisor n − 1). */
export interface Sample {
  readonly n: number
  readonly mean: number
  readonly sd: number
}

/** An estimate and its confidence interval, in the unit of the values. */
export interface Estimate {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

/**
 * The mean with Student's interval, mean ± t(n − 1)·sd/√n (NIST/SEMATECH e-Handbook 1.3.5.2).
 * `undefined` for fewer than two values.
 */
export function meanInterval({ n, mean, sd }: Sample, confidence: number): Estimate | undefined {
  if (n < 2) return undefined
  const half = (criticalT(confidence, n - 1) * sd) / Math.sqrt(n)
  return { estimate: mean, low: mean - half, high: mean + half }
}

export interface Difference extends Estimate {
  /** Two-sided chance of a difference as large if there were none. */
  readonly p: number
}

/**
 * The difference of two means, first less second, without assuming equal variances: Welch's t with
 * Satterthwaite's degrees of freedom (B. L. Welch, Biometrika 34, 1947). `undefined` where a group has
 * fewer than two values or neither varies.
 */
export function welch(
  a: Sample,
  b: Sample,
  confidence: number,
): (Difference & { readonly t: number; readonly degrees: number }) | undefined {
  if (a.n < 2 || b.n < 2) return undefined
  const [va, vb] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n]
  const error = Math.sqrt(va + vb)
  if (!(error > 0)) return undefined
  // as shares of the whole, so that very small and very large variances do not under- or overflow
  const [sa, sb] = [va / (va + vb), vb / (va + vb)]
  const degrees = 1 / (sa ** 2 / (a.n - 1) + sb ** 2 / (b.n - 1))
  const estimate = a.mean - b.mean
  const t = estimate / error
  const half = criticalT(confidence, degrees) * error
  return {
    estimate,
    low: estimate - half,
    high: estimate + half,
    p: twoSidedT(t, degrees),
    t,
    degrees,
  }
}
