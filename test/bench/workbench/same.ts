import type { Row } from './questions.ts'

/** Throws where the rows differ; numbers are equal up to `tolerance` of their size. The first column names the run. */
export function requireSame(
  where: string,
  found: readonly Row[],
  wanted: readonly Row[],
  tolerance: number,
): void {
  const bad = wanted.findIndex((row, index) => !sameRow(found[index] ?? [], row, tolerance))
  if (bad < 0 && found.length === wanted.length) return
  const rows = [found, wanted].map((list) => JSON.stringify(list[Math.max(bad, 0)] ?? null))
  throw new Error(
    `${where}: ${found.length} and ${wanted.length} rows; row ${bad}: ${rows.join(' instead of ')}`,
  )
}

function sameRow(a: Row, b: Row, tolerance: number): boolean {
  return (
    a.length === b.length && b.every((cell, at) => at === 0 || sameCell(a[at], cell, tolerance))
  )
}

function sameCell(a: Row[number] | undefined, b: Row[number], tolerance: number): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b))
}
