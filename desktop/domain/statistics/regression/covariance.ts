import { ModelError } from './design.ts'
import type { Categories } from './data.ts'
import { whitened, type LeastSquares } from './least-squares.ts'

/** What a sandwich is made of: for each row weight × residual, its leverage and its cluster. */
interface Filling {
  readonly scores: Float64Array
  readonly leverage: Float64Array
  readonly clusters: Categories | undefined
}

/**
 * (XᵀWX)⁻¹·M·(XᵀWX)⁻¹ with M = Σ s²·x·xᵀ over rows, or over the sums of s·x of clusters
 * (H. White, Econometrica 48, 1980; K.-Y. Liang, S. L. Zeger, Biometrika 73, 1986); `hc3` divides each
 * s by 1 − leverage (J. G. MacKinnon, H. White, J. Econometrics 29, 1985). No factor for small samples.
 */
export function sandwich(
  fit: LeastSquares,
  kind: 'hc1' | 'hc3' | 'cluster',
  { scores, leverage, clusters }: Filling,
): Float64Array[] {
  const size = fit.kept.length
  const one = new Float64Array(size)
  const meat = fit.kept.map(() => new Float64Array(size))
  const sums = (clusters?.levels ?? []).map(() => new Float64Array(size))
  for (const [row, score] of scores.entries()) {
    whitened(fit, row, one)
    if (kind === 'cluster') {
      const sum = sums[clusters?.codes[row] ?? -1]
      for (let at = 0; sum && at < size; at++) sum[at] = (sum[at] ?? 0) + score * (one[at] ?? 0)
    } else addSquare(meat, one, kind === 'hc3' ? score / remainder(leverage[row] ?? 0) : score)
  }
  for (const sum of sums) addSquare(meat, sum, 1)
  const halfway = transpose(meat.map((line) => raise(fit, line)))
  const full = halfway.map((line) => raise(fit, line))
  return full.map((line, i) =>
    line.map((value, j) => value * (fit.scales[i] ?? 1) * (fit.scales[j] ?? 1)),
  )
}

function remainder(leverage: number): number {
  const rest = 1 - leverage
  if (rest > 1e-10) return rest
  throw new ModelError(
    '有一行独自决定了一项系数，HC3 标准误算不出。请改用 HC1，或去掉只有一行的类别。',
    'One row alone settles a coefficient, so HC3 errors do not exist. Use HC1, or drop the category with one row.',
  )
}

function addSquare(meat: readonly Float64Array[], one: Float64Array, by: number): void {
  for (const [i, line] of meat.entries()) {
    const left = (one[i] ?? 0) * by * by
    for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) + left * (one[j] ?? 0)
  }
}

/** Solves Lᵀ·x = line. */
function raise({ factor: { plain } }: LeastSquares, line: Float64Array): Float64Array {
  const found = Float64Array.from(line)
  for (let at = plain.length - 1; at >= 0; at--) {
    let left = found[at] ?? 0
    for (let after = at + 1; after < plain.length; after++) {
      left -= (plain[after]?.[at] ?? 0) * (found[after] ?? 0)
    }
    found[at] = left / (plain[at]?.[at] ?? 1)
  }
  return found
}

function transpose(lines: readonly Float64Array[]): Float64Array[] {
  return lines.map((_, at) => Float64Array.from(lines, (line) => line[at] ?? 0))
}

/** Diagonal of the hat matrix. */
export function leverageOf(fit: LeastSquares, weights: Float64Array | undefined): Float64Array {
  const one = new Float64Array(fit.kept.length)
  const rows = fit.residuals.length
  const found = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    whitened(fit, row, one)
    let sum = 0
    for (const value of one) sum += value * value
    found[row] = sum * (weights?.[row] ?? 1)
  }
  return found
}
