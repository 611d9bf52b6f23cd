import { upperChiSquare } from './distributions.ts'

export interface Independence {
  /** Pearson's chi-square. */
  readonly statistic: number
  readonly degrees: number
  readonly p: number
  /** Cramér's V, from 0 (nothing) to 1 (the one tells the other). */
  readonly v: number
  readonly n: number
  /** Cells whose expected count is below 5, and the smallest expected count. */
  readonly thin: number
  readonly least: number
  readonly cells: number
}

/**
 * Pearson's chi-square test of independence of a table of counts, without a correction for continuity
 * (K. Pearson, 1900), and Cramér's V = √(χ²/(n·(min(rows, columns) − 1))) (H. Cramér, 1946). Rows and
 * columns without a count are left out. `undefined` where fewer than two of either remain.
 */
export function independence(counts: readonly (readonly number[])[]): Independence | undefined {
  const width = Math.max(0, ...counts.map((row) => row.length))
  const sumOf = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0)
  const rows = counts.map(sumOf)
  const columns = Array.from({ length: width }, (_, at) => sumOf(counts.map((row) => row[at] ?? 0)))
  const n = sumOf(rows)
  const [height, breadth] = [rows, columns].map((sums) => sums.filter((sum) => sum > 0).length)
  const least = Math.min(height ?? 0, breadth ?? 0)
  if (least < 2) return undefined
  const expected: number[] = []
  let statistic = 0
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of columns.entries()) {
      const wanted = (row / n) * column
      if (wanted === 0) continue
      expected.push(wanted)
      statistic += ((counts[i]?.[j] ?? 0) - wanted) ** 2 / wanted
    }
  }
  const degrees = ((height ?? 0) - 1) * ((breadth ?? 0) - 1)
  return {
    statistic,
    degrees,
    p: upperChiSquare(statistic, degrees),
    v: Math.min(1, Math.sqrt(statistic / (n * (least - 1)))),
    n,
    thin: expected.filter((count) => count < 5).length,
    least: expected.reduce((low, count) => Math.min(low, count), Infinity),
    cells: expected.length,
  }
}

/**
 * Adjusted residuals (S. J. Haberman, Biometrics 29, 1973): (observed − expected) over
 * √(expected·(1 − row share)·(1 − column share)); about standard normal where the two are unrelated.
 * Null where a row or a column holds everything or nothing.
 */
export function adjustedResiduals(counts: readonly (readonly number[])[]): (number | null)[][] {
  const sumOf = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0)
  const rows = counts.map(sumOf)
  const columns = (counts[0] ?? []).map((_, at) => sumOf(counts.map((row) => row[at] ?? 0)))
  const n = sumOf(rows)
  return counts.map((row, i) =>
    row.map((count, j) => {
      const [across, down] = [(rows[i] ?? 0) / n, (columns[j] ?? 0) / n]
      const spread = Math.sqrt(n * across * down * (1 - across) * (1 - down))
      return spread > 0 ? (count - n * across * down) / spread : null
    }),
  )
}
