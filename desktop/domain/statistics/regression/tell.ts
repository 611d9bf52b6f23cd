import { criticalT, criticalZ, twoSidedT, twoSidedZ, upperF } from '../distributions.ts'
import type { Coefficient, JointTest } from './fit.ts'

/** Coefficients with their intervals: Student's t with so many degrees, else the normal distribution. */
export function coefficientsOf(
  terms: readonly string[],
  estimates: ArrayLike<number>,
  covariance: readonly Float64Array[],
  { degrees, confidence }: { degrees: number | undefined; confidence: number },
): Coefficient[] {
  const wide = degrees === undefined ? criticalZ(confidence) : criticalT(confidence, degrees)
  return terms.map((term, at) => {
    const estimate = estimates[at] ?? Number.NaN
    const se = Math.sqrt(covariance[at]?.[at] ?? Number.NaN)
    const statistic = estimate / se
    const p = degrees === undefined ? twoSidedZ(statistic) : twoSidedT(statistic, degrees)
    const half = wide * se
    return { term, estimate, se, statistic, p, low: estimate - half, high: estimate + half }
  })
}

/** Wald's test that all of these are 0, as an F: bᵀV⁻¹b ÷ their number. */
export function waldTest(
  estimates: readonly number[],
  covariance: readonly (readonly number[])[],
  below: number,
): JointTest | undefined {
  const solved = solveSmall(covariance, estimates)
  if (!solved || estimates.length === 0) return undefined
  const sum = solved.reduce((total, value, at) => total + value * (estimates[at] ?? 0), 0)
  const statistic = sum / estimates.length
  const p = upperF(statistic, estimates.length, below)
  return { statistic, degrees: [estimates.length, below], p }
}

/** Gaussian elimination of a small positive definite system; `undefined` where it is singular. */
function solveSmall(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0])
  const size = lines.length
  for (let at = 0; at < size; at++) {
    const line = lines[at] ?? []
    const pivot = line[at] ?? 0
    if (!(pivot > 1e-12 * Math.abs(matrix[at]?.[at] ?? 0))) return undefined
    for (const [other, below] of lines.entries()) {
      if (other === at) continue
      const share = (below[at] ?? 0) / pivot
      for (let k = at; k <= size; k++) below[k] = (below[k] ?? 0) - share * (line[k] ?? 0)
    }
  }
  return lines.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1))
}
