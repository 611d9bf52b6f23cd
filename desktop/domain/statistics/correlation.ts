import { criticalZ, twoSidedT } from './distributions.ts'
import type { Difference } from './means.ts'

/**
 * Pearson's correlation with the interval by Fisher's z, tanh(atanh r ± z/√(n − 3)) (R. A. Fisher,
 * Metron 1, 1921), and the two-sided p of t = r·√((n − 2)/(1 − r²)). `undefined` for fewer than four
 * pairs or where a column does not vary (r is no number then).
 */
export function pearson(r: number, n: number, confidence: number): Difference | undefined {
  if (n < 4 || !Number.isFinite(r)) return undefined
  const estimate = Math.min(1, Math.max(-1, r))
  if (Math.abs(estimate) === 1) return { estimate, low: estimate, high: estimate, p: 0 }
  const half = criticalZ(confidence) / Math.sqrt(n - 3)
  const z = Math.atanh(estimate)
  const t = estimate * Math.sqrt((n - 2) / (1 - estimate ** 2))
  return { estimate, low: Math.tanh(z - half), high: Math.tanh(z + half), p: twoSidedT(t, n - 2) }
}
