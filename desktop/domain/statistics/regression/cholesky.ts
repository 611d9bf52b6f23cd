import {
  divide,
  multiply,
  single,
  squareRoot,
  subtract,
  twofold,
  zero,
  type Twofold,
} from './twofold.ts'

/** Lower triangle of a Cholesky factor, row by row. */
export interface Factor {
  readonly lower: readonly (readonly Twofold[])[]
  /** The same in doubles. */
  readonly plain: readonly Float64Array[]
}

/**
 * A term is a sum of the terms before it where less than this of its length is its own. Filip of
 * NIST's sets, a polynomial of degree 10, still has about 1e-9.
 */
const ownShare = 1e-11

/** Factors a positive semidefinite matrix, given by its lower triangle; leaves out what adds nothing. */
export function cholesky(lower: readonly (readonly Twofold[])[]): {
  readonly factor: Factor
  readonly kept: readonly number[]
} {
  const kept: number[] = []
  const rows: Twofold[][] = []
  for (const [at, given] of lower.entries()) {
    const line: Twofold[] = []
    for (const [place, column] of kept.entries()) {
      const before = rows[place] ?? []
      const left = less(given[column] ?? zero, line, before, place)
      line.push(divide(left, before[place] ?? zero))
    }
    const whole = given[at] ?? zero
    const own = less(whole, line, line, line.length)
    if (!(own[0] > ownShare ** 2 * whole[0])) continue
    rows.push([...line, squareRoot(own)])
    kept.push(at)
  }
  const plain = rows.map((line) => Float64Array.from(line, single))
  return { factor: { lower: rows, plain }, kept }
}

function less(from: Twofold, a: readonly Twofold[], b: readonly Twofold[], count: number): Twofold {
  let left = from
  for (let k = 0; k < count; k++) left = subtract(left, multiply(a[k] ?? zero, b[k] ?? zero))
  return left
}

/** Solves L·Lᵀ·x = right. */
export function solve(factor: Factor, right: readonly Twofold[]): Twofold[] {
  return backward(factor, forward(factor, right))
}

function forward({ lower }: Factor, right: readonly Twofold[]): Twofold[] {
  const found: Twofold[] = []
  for (const [at, line] of lower.entries()) {
    const left = less(right[at] ?? zero, line, found, at)
    found.push(divide(left, line[at] ?? zero))
  }
  return found
}

function backward({ lower }: Factor, right: readonly Twofold[]): Twofold[] {
  const found = [...right]
  for (let at = lower.length - 1; at >= 0; at--) {
    let left = right[at] ?? zero
    for (let after = at + 1; after < lower.length; after++) {
      left = subtract(left, multiply(lower[after]?.[at] ?? zero, found[after] ?? zero))
    }
    found[at] = divide(left, lower[at]?.[at] ?? zero)
  }
  return found
}

/** (L·Lᵀ)⁻¹, whole. */
export function invert(factor: Factor): Twofold[][] {
  return factor.lower.map((_, at) =>
    solve(
      factor,
      factor.lower.map((__, row) => twofold(row === at ? 1 : 0)),
    ),
  )
}
