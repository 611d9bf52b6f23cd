import { withoutFormula } from '../sharing/csv.ts'
import { writeCell, type CellValue } from './value.ts'

/** A cell for JSON: a string where a double would lose digits. */
export function jsonCell(value: CellValue): null | boolean | number | string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return exactOrText(value, String(value))
  if (value.kind === 'decimal') return exactOrText(value.digits, plainDecimal(value))
  return writeCell(value)
}

/** 15 significant digits are the most that every double keeps. */
const keptDigits = 10n ** 15n

function exactOrText(digits: bigint, text: string): number | string {
  return digits < keptDigits && digits > -keptDigits ? Number(text) : text
}

function plainDecimal({ digits, scale }: { digits: bigint; scale: number }): string {
  if (scale === 0) return String(digits)
  const sign = digits < 0n ? '-' : ''
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  return `${sign}${all.slice(0, -scale)}.${all.slice(-scale)}`
}

/**
 * One line of CSV after RFC 4180; NULL is empty, an empty text is `""`. What a spreadsheet would run
 * has a `'` before it; a number with its sign is none.
 */
export function csvLine(cells: readonly (null | boolean | number | string)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: null | boolean | number | string): string {
  if (cell === null) return ''
  const text = isSigned(cell) ? String(cell) : withoutFormula(String(cell))
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Exact numbers come as texts. */
const isSigned = (cell: boolean | number | string) =>
  typeof cell === 'number' || /^[+-]\d+(?:\.\d+)?$/.test(String(cell))
