import { cholesky, invert, solve, type Factor } from './cholesky.ts'
import { dot, scaled, scaleOf, takeAway, weighted, type Column } from './column.ts'
import { add, single, zero, type Twofold } from './twofold.ts'

export interface LeastSquares {
  /** Where the terms that stay stand among those given; the others are sums of terms before them. */
  readonly kept: readonly number[]
  /** One for each kept term, as are all that follow. */
  readonly estimates: Float64Array
  /** (XᵀWX)⁻¹ */
  readonly inverse: readonly Float64Array[]
  readonly factor: Factor
  readonly columns: readonly Column[]
  /** What scaling the kept columns had: an own unit near 1. */
  readonly scales: readonly number[]
  /** What the fit leaves of each row, unweighted. */
  readonly residuals: Float64Array
}

/**
 * Weighted least squares: XᵀWX and its Cholesky factor in twofold precision, then one step of
 * refinement by twofold residuals. Squaring the design costs twice the digits of its condition and
 * twofold numbers have twice the digits, so this is as good as a QR of doubles that is refined, for the
 * standard errors too, and takes no copy of the design (N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, 2002, ch. 20).
 */
export function leastSquares(
  all: readonly Column[],
  y: Column,
  weights: Float64Array | undefined,
): LeastSquares {
  const scales = all.map(scaleOf)
  const columns = all.map((column, at) => scaled(column, scales[at] ?? 1))
  const heavy = columns.map((column) => weighted(column, weights))
  const { factor, kept } = cholesky(
    heavy.map((one, j) => columns.slice(0, j + 1).map((other) => dot(one, other))),
  )
  const [own, weighed] = [pick(columns, kept), pick(heavy, kept)]
  let estimates = solve(
    factor,
    weighed.map((one) => dot(one, y)),
  )
  let left = residualsOf(own, y, estimates)
  const more = solve(
    factor,
    weighed.map((one) => dot(one, left)),
  )
  estimates = estimates.map((one, at) => add(one, more[at] ?? zero))
  left = residualsOf(own, y, estimates)
  const units = pick(scales, kept)
  const unit = (at: number) => units[at] ?? 1
  return {
    kept,
    estimates: Float64Array.from(estimates, (one, at) => single(one) * unit(at)),
    inverse: invert(factor).map((line, i) =>
      Float64Array.from(line, (one, j) => single(one) * unit(i) * unit(j)),
    ),
    factor,
    columns: own,
    scales: units,
    residuals: left.high,
  }
}

function pick<T>(all: readonly T[], places: readonly number[]): T[] {
  return all.filter((_, at) => places.includes(at))
}

function residualsOf(columns: readonly Column[], y: Column, estimates: readonly Twofold[]): Column {
  const left = {
    high: Float64Array.from(y.high),
    low: y.low ? Float64Array.from(y.low) : new Float64Array(y.high.length),
  }
  for (const [at, column] of columns.entries()) {
    takeAway(left, column, estimates[at] ?? zero)
  }
  return left
}

/** Rows of X·L⁻ᵀ, whose squares add up to the leverage of a row of weight 1. */
export function whitened({ columns, factor }: LeastSquares, row: number, into: Float64Array): void {
  for (let at = 0; at < into.length; at++) {
    const line = factor.plain[at]
    let value = columns[at]?.high[row] ?? 0
    for (let before = 0; before < at; before++) {
      value -= (line?.[before] ?? 0) * (into[before] ?? 0)
    }
    into[at] = value / (line?.[at] ?? 1)
  }
}
