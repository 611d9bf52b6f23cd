import { divide, productOf, single, splitter, type Twofold } from './twofold.ts'

/** Numbers of a design, row by row; `low` holds what rounding took from powers and products. */
export interface Column {
  readonly high: Float64Array
  readonly low: Float64Array | undefined
}

/**
 * Σ a·b to twice a double's precision (T. Ogita, S. M. Rump, S. Oishi, SIAM J. Sci. Comput. 26, 2005).
 * Written out, since it is where a fit spends its time.
 */
export function dot(a: Column, b: Column): Twofold {
  let sum = 0
  let rest = 0
  const [x, y] = [a.high, b.high]
  for (let row = 0; row < x.length; row++) {
    const p = x[row] ?? 0
    const q = y[row] ?? 0
    const high = p * q
    const tp = splitter * p
    const tq = splitter * q
    const ph = tp - (tp - p)
    const qh = tq - (tq - q)
    const pl = p - ph
    const ql = q - qh
    rest += ph * qh - high + ph * ql + pl * qh + pl * ql
    const next = sum + high
    const part = next - sum
    rest += sum - (next - part) + (high - part)
    sum = next
  }
  rest += crossed(a, b) + crossed(b, a)
  const total = sum + rest
  return [total, rest - (total - sum)]
}

function crossed({ high }: Column, { low }: Column): number {
  if (!low) return 0
  let sum = 0
  for (let row = 0; row < high.length; row++) sum += (high[row] ?? 0) * (low[row] ?? 0)
  return sum
}

/** Takes `by` times a column away from what is left of another, in place and twofold. */
export function takeAway(
  left: { readonly high: Float64Array; readonly low: Float64Array },
  { high, low }: Column,
  [by, more]: Twofold,
): void {
  const tb = splitter * by
  const bh = tb - (tb - by)
  const bl = by - bh
  for (let row = 0; row < high.length; row++) {
    const p = high[row] ?? 0
    const product = -p * by
    const tp = splitter * p
    const ph = tp - (tp - p)
    const pl = p - ph
    const error = -(ph * bh + product + ph * bl + pl * bh + pl * bl)
    const own = left.high[row] ?? 0
    const sum = own + product
    const part = sum - own
    const rest =
      (left.low[row] ?? 0) +
      (own - (sum - part) + (product - part)) +
      error -
      p * more -
      (low ? (low[row] ?? 0) * by : 0)
    const total = sum + rest
    left.high[row] = total
    left.low[row] = rest - (total - sum)
  }
}

/** Σ w·(x − mean)² */
export function centredSquares(column: Column, weights: Float64Array | undefined): number {
  const rows = column.high.length
  const ones = weighted(constant(rows), weights)
  const mean = divide(dot(column, ones), dot(ones, constant(rows)))
  const left = { high: Float64Array.from(column.high), low: new Float64Array(rows) }
  if (column.low) left.low.set(column.low)
  takeAway(left, constant(rows), mean)
  return single(dot(left, weighted(left, weights)))
}

/** A column times weights, row by row. */
export function weighted({ high, low }: Column, weights: Float64Array | undefined): Column {
  if (!weights) return { high, low }
  const [top, below] = [new Float64Array(high.length), new Float64Array(high.length)]
  for (let row = 0; row < high.length; row++) {
    const weight = weights[row] ?? 0
    const [product, error] = productOf(high[row] ?? 0, weight)
    top[row] = product
    below[row] = error + (low?.[row] ?? 0) * weight
  }
  return { high: top, low: below }
}

/** The power of two that brings a column's greatest number near 1: scaling by it loses nothing. */
export function scaleOf({ high }: Column): number {
  let most = 0
  for (const value of high) most = Math.max(most, Math.abs(value))
  return most > 0 && Number.isFinite(most) ? 2 ** -Math.round(Math.log2(most)) : 1
}

export function scaled({ high, low }: Column, by: number): Column {
  if (by === 1) return { high, low }
  return { high: high.map((value) => value * by), low: low?.map((value) => value * by) }
}

/** A column of ones. */
export const constant = (rows: number): Column => ({
  high: new Float64Array(rows).fill(1),
  low: undefined,
})
