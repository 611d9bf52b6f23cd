import { decimalOf, round, shift, writeDecimal, type Decimal } from './decimal.ts'

/** A value of a result, exact: whole numbers of any size, decimals, and moments as UTC wall time. */
export type CellValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | ({ readonly kind: 'decimal' } & Decimal)
  | { readonly kind: 'date' | 'timestamp'; readonly ms: number }

/** How a quoted value is written: a unit and decimals (`亿`, `%.2`, `.1`) or a part of a date. */
export type Format = string

const units = { 万: 4, 亿: 8, '%': -2 } as const
const usualPlaces = { 万: 1, 亿: 2, '%': 1 } as const
const numberFormat = /^(万|亿|%)?(?:\.(\d))?$/
const dateFormats = ['日期', '年月', '年'] as const

/** What stands where there is no value. */
export const MISSING = '–'

export function isFormat(text: string): boolean {
  return text !== '' && (numberFormat.test(text) || dateFormats.some((one) => one === text))
}

/**
 * Writes a value for prose. Without a format numbers keep up to 2 decimals (4 below 1). A format
 * that does not fit the value (`亿` on a text) changes nothing.
 */
export function writeValue(value: CellValue | undefined, format?: Format): string {
  if (value === null || value === undefined) return MISSING
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return value
  if (isMoment(value)) return writeMoment(value, format)
  if (typeof value === 'number' && !Number.isFinite(value)) return writeNotFinite(value)
  return writeNumber(typeof value === 'object' ? value : decimalOf(value), format)
}

/** Writes a value for a grid: whole numbers and decimals to the last digit, doubles to 6 decimals. */
export function writeCell(value: CellValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return writeDecimal(decimalOf(value))
  if (typeof value === 'number') return writeDouble(value)
  if (value.kind === 'decimal') return writeDecimal(value, value.scale)
  return isoMoment(value)
}

/** A double to 6 decimals; a tiny one to 4 significant digits. */
function writeDouble(value: number): string {
  if (!Number.isFinite(value)) return writeNotFinite(value)
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e21)) return value.toPrecision(4)
  return writeDecimal(round(decimalOf(value), 6))
}

function writeNumber(number: Decimal, format: Format | undefined): string {
  const [, unit, places] = numberFormat.exec(format ?? '') ?? []
  if (unit === undefined) {
    if (places === undefined) return writeDecimal(round(number, usualDecimals(number)))
    return writeDecimal(round(number, Number(places)), Number(places))
  }
  const known = unit as keyof typeof units
  const shown = places === undefined ? usualPlaces[known] : Number(places)
  const text = writeDecimal(round(shift(number, -units[known]), shown), shown)
  return known === '%' ? `${text}%` : `${text} ${known}`
}

function usualDecimals({ digits, scale }: Decimal): number {
  const below1 = digits < 10n ** BigInt(scale) && -digits < 10n ** BigInt(scale)
  return below1 ? 4 : 2
}

type Moment = Extract<CellValue, { kind: 'date' | 'timestamp' }>

function isMoment(value: CellValue): value is Moment {
  return typeof value === 'object' && value !== null && value.kind !== 'decimal'
}

function writeMoment(moment: Moment, format: Format | undefined): string {
  const date = new Date(moment.ms)
  const year = `${date.getUTCFullYear()} 年`
  const month = `${year} ${date.getUTCMonth() + 1} 月`
  if (format === '年') return year
  if (format === '年月') return month
  const day = `${month} ${date.getUTCDate()} 日`
  return moment.kind === 'date' || format === '日期' ? day : isoMoment(moment)
}

/** `2024-03-01`, or `2024-03-01 09:30:00` with the fraction of the second where there is one. */
function isoMoment({ kind, ms }: Moment): string {
  if (Number.isNaN(new Date(ms).getTime())) return MISSING
  const iso = new Date(ms).toISOString()
  if (kind === 'date') return iso.slice(0, iso.indexOf('T'))
  return iso.replace('T', ' ').replace(/(?:\.000)?Z$/, '')
}

function writeNotFinite(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  return value > 0 ? '∞' : '−∞'
}
