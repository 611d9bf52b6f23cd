import { isNumeric, type Cell, type Kind, type Row } from './result.ts'

/** How the columns of two results are held against each other. */
export interface Yardstick {
  readonly expected: readonly Kind[]
  readonly given: readonly Kind[]
  /** Decimals that the task names. */
  readonly decimals?: number | undefined
}

/** Whole numbers and texts are equal or not; where a fraction is on one side, nearly is enough. */
export function isNear(yardstick: Yardstick, column: number): boolean {
  const expected = yardstick.expected[column] ?? 'other'
  const given = yardstick.given[column] ?? 'other'
  const fractional = expected === 'decimal' || given === 'decimal'
  return fractional && isNumeric(expected) && isNumeric(given)
}

/**
 * Two numbers are the same when they differ by at most half a unit of the last decimal that the
 * task names; where it names none, by 1e-9 or a millionth of the larger.
 */
export function close(one: number, other: number, decimals: number | undefined): boolean {
  const gap = Math.abs(one - other)
  if (decimals !== undefined) return gap <= 0.5 * 10 ** -decimals * (1 + 1e-9)
  return gap <= 1e-9 || gap <= 1e-6 * Math.max(Math.abs(one), Math.abs(other))
}

/** A cell as a text that is equal exactly where the values are; NULL is equal to NULL alone. */
function exactKey(cell: Cell, kind: Kind): string {
  if (cell === null) return 'null'
  if (isNumeric(kind)) return `number ${Number.isSafeInteger(Number(cell)) ? Number(cell) : cell}`
  if (kind === 'boolean') return `boolean ${cell}`
  return `text ${kind === 'time' ? withoutMidnight(String(cell)) : cell}`
}

/** A date and the same date at midnight are one moment. */
function withoutMidnight(text: string): string {
  return text.replace(/[ T]00:00:00(\.0+)?([+]00(:00)?)?$/, '')
}

/** The same for a cell that is compared by nearness: every finite number gets one key. */
function nearKey(cell: Cell): string {
  if (cell === null) return 'null'
  return Number.isFinite(Number(cell)) ? 'finite' : String(cell).toLowerCase()
}

/** Rows with different keys are different; rows with one key may still differ in near columns. */
export function rowKey(
  row: Row,
  side: 'expected' | 'given',
  columns: readonly number[],
  yardstick: Yardstick,
): string {
  const kinds = yardstick[side]
  const keys = columns.map((column) => {
    const cell = row[column] ?? null
    return isNear(yardstick, column) ? nearKey(cell) : exactKey(cell, kinds[column] ?? 'other')
  })
  return JSON.stringify(keys)
}

/** Whether two rows say the same in the given columns. */
export function rowsAgree(
  expected: Row,
  given: Row,
  columns: readonly number[],
  yardstick: Yardstick,
): boolean {
  const key = (row: Row, side: 'expected' | 'given') => rowKey(row, side, columns, yardstick)
  if (key(expected, 'expected') !== key(given, 'given')) return false
  return columns.every((column) => {
    if (!isNear(yardstick, column)) return true
    const one = Number(expected[column])
    const other = Number(given[column])
    return !Number.isFinite(one) || close(one, other, yardstick.decimals)
  })
}
