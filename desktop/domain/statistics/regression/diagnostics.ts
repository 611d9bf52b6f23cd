import { centredSquares } from './column.ts'
import { numbersOf, type ModelData } from './data.ts'
import { interceptName, notNumbers, type Term } from './design.ts'
import type { Extreme } from './fit.ts'
import type { LeastSquares } from './least-squares.ts'

/** The largest value and its row among all rows. */
export function extreme(values: Float64Array, places: Int32Array): Extreme {
  let most = -1
  for (const [row, value] of values.entries()) {
    if (Number.isFinite(value) && (most < 0 || value > (values[most] ?? 0))) most = row
  }
  return { row: (places[most] ?? -1) + 1, value: values[most] ?? Number.NaN }
}

/**
 * Condition number of the design with columns of length 1 (D. A. Belsley, E. Kuh, R. E. Welsch, 1980):
 * √ of the greatest eigenvalue of the matrix of their products times the greatest of its inverse.
 */
export function conditionOf({ factor, inverse, scales }: LeastSquares): number {
  const gram = factor.plain.map((line, i) =>
    factor.plain.map((other, j) => {
      let sum = 0
      for (let k = 0; k <= Math.min(i, j); k++) sum += (line[k] ?? 0) * (other[k] ?? 0)
      return sum
    }),
  )
  const length = gram.map((line, at) => Math.sqrt(line[at] ?? 1))
  const size = (at: number) => length[at] ?? 1
  const unit = (at: number) => size(at) / (scales[at] ?? 1)
  const products = gram.map((line, i) => line.map((value, j) => value / (size(i) * size(j))))
  const back = inverse.map((line, i) => Array.from(line, (value, j) => value * unit(i) * unit(j)))
  return Math.sqrt(greatest(products) * greatest(back))
}

/** Greatest eigenvalue of a symmetric positive matrix, by powers. */
function greatest(matrix: readonly (readonly number[])[]): number {
  let value = 0
  let vector = matrix.map((_, at) => 1 + at / 7)
  for (let step = 0; step < 500; step++) {
    const next = matrix.map((line) =>
      line.reduce((sum, one, at) => sum + one * (vector[at] ?? 0), 0),
    )
    const length = Math.hypot(...next)
    if (length === 0) return 0
    vector = next.map((one) => one / length)
    if (Math.abs(length - value) <= 1e-12 * length) return length
    value = length
  }
  return value
}

/** How many times its variance each term has for being like the others: VIF = 1 ÷ (1 − R²). */
export function inflation(
  terms: readonly Term[],
  fit: LeastSquares,
  weights: Float64Array | undefined,
): { term: string; value: number }[] {
  return terms.flatMap(({ name, column }, at) => {
    if (name === interceptName) return []
    const value = centredSquares(column, weights) * (fit.inverse[at]?.[at] ?? Number.NaN)
    return [{ term: name, value }]
  })
}

/** Durbin and Watson's Σ(eₜ − eₜ₋₁)² ÷ Σe², near 2 where neighbours in `order` are unrelated. */
export function durbinWatson(
  data: ModelData,
  order: string | undefined,
  residuals: Float64Array,
): number | undefined {
  if (order === undefined) return undefined
  const values = numbersOf(data.columns.get(order))
  if (!values) throw notNumbers(order)
  const rows = Array.from(residuals.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  let [between, whole] = [0, 0]
  for (const [at, row] of rows.entries()) {
    const own = residuals[row] ?? 0
    whole += own * own
    if (at > 0) between += (own - (residuals[rows[at - 1] ?? 0] ?? 0)) ** 2
  }
  return whole > 0 ? between / whole : undefined
}
