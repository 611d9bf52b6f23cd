import type { Cell } from './difference.ts'

/** A cell as it is read; `undefined` for NULL, which is shown by a word of its own. */
export function cellText(cell: Cell): string | undefined {
  return cell === null ? undefined : String(cell)
}

/** Whether two cells are alike to the reader: numbers as numbers, `17` and `17.00` being one. */
export function alike(one: Cell, other: Cell): boolean {
  const [a, b] = [numberOf(one), numberOf(other)]
  if (a === undefined || b === undefined) return one === other
  return Math.abs(a - b) <= Math.max(1e-9, 1e-6 * Math.max(Math.abs(a), Math.abs(b)))
}

/** How far the learner's number is off, without rounding noise; `undefined` where one is none. */
export function distance(mine: Cell, theirs: Cell): { more: boolean; by: string } | undefined {
  const [a, b] = [numberOf(mine), numberOf(theirs)]
  if (a === undefined || b === undefined || a === b) return undefined
  return { more: a > b, by: String(Number(Math.abs(a - b).toPrecision(12))) }
}

/** Decimals and large integers travel as text; those too large for a double are left alone. */
export function numberOf(cell: Cell): number | undefined {
  if (typeof cell !== 'number' && typeof cell !== 'string') return undefined
  const value = typeof cell === 'string' && cell.trim() === '' ? NaN : Number(cell)
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined
}
