import { upperChiSquare } from './distributions.ts'

/** A group's values and the sum of their ranks among all. */
export interface Ranked {
  readonly n: number
  readonly ranks: number
}

/** Chance of a normal deviate at least as far from 0. */
const twoSidedZ = (z: number) => upperChiSquare(z ** 2, 1)

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/**
 * Kruskal and Wallis's H, corrected for ties (JASA 47, 1952), and ε² = H·(n + 1)/(n² − 1). `ties` is the
 * sum of t³ − t over values that occur t times. `undefined` where all values are the same.
 */
export function kruskal(
  groups: readonly Ranked[],
  ties: number,
):
  | { readonly h: number; readonly degrees: number; readonly p: number; readonly epsilon: number }
  | undefined {
  const n = sumOf(groups.map((one) => one.n))
  const correction = 1 - ties / (n ** 3 - n)
  if (groups.length < 2 || !(correction > 0)) return undefined
  const squares = sumOf(groups.map((one) => one.ranks ** 2 / one.n))
  const h = ((12 / (n * (n + 1))) * squares - 3 * (n + 1)) / correction
  const degrees = groups.length - 1
  return { h, degrees, p: upperChiSquare(h, degrees), epsilon: (h * (n + 1)) / (n ** 2 - 1) }
}

/**
 * Mann and Whitney's U of the first group with the normal approximation, corrected for ties and for
 * continuity (R's wilcox.test with exact = FALSE), and the rank-biserial correlation 2U/(mn) − 1.
 */
export function mannWhitney(
  a: Ranked,
  b: Ranked,
  ties: number,
): { readonly u: number; readonly p: number; readonly biserial: number } | undefined {
  const n = a.n + b.n
  const spread = Math.sqrt(((a.n * b.n) / 12) * (n + 1 - ties / (n * (n - 1))))
  if (!(spread > 0)) return undefined
  const u = a.ranks - (a.n * (a.n + 1)) / 2
  const off = u - (a.n * b.n) / 2
  const z = (off - Math.sign(off) / 2) / spread
  return { u, p: twoSidedZ(z), biserial: (2 * u) / (a.n * b.n) - 1 }
}

/** Dunn's comparison of two groups by ranks among all (O. J. Dunn, Technometrics 6, 1964), corrected for ties. */
export function dunn(a: Ranked, b: Ranked, n: number, ties: number): number {
  const spread = ((n * (n + 1)) / 12 - ties / (12 * (n - 1))) * (1 / a.n + 1 / b.n)
  return spread > 0 ? twoSidedZ((a.ranks / a.n - b.ranks / b.n) / Math.sqrt(spread)) : 1
}
