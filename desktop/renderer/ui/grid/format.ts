import { type CellValue, writeCell, writeValue } from '../../../domain/notebook/value.ts'

const numberKinds = ['plain', 'thousands', '万', '亿', '%'] as const
const momentKinds = ['plain', '日期', '年月', '年'] as const
export type FormatKind = (typeof numberKinds)[number] | (typeof momentKinds)[number]

/** How the values of a column are shown: as they are, or in a unit, with so many decimals. */
export interface ColumnFormat {
  readonly kind: FormatKind
  /** From 0 to 9; nothing for the usual number. */
  readonly places?: number | undefined
}

export const plain: ColumnFormat = { kind: 'plain' }

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL\(.*\))$/

/** Whether the values of a DuckDB type are compared by size, and so stand to the right. */
export const isNumeric = (type: string) => numeric.test(type)

/** The formats that fit a DuckDB type; none where values are only shown as they are. */
export function formatsFor(type: string): readonly FormatKind[] {
  if (isNumeric(type)) return numberKinds
  if (type === 'DATE') return momentKinds
  return type.startsWith('TIMESTAMP') ? momentKinds : []
}

/** The same format with one decimal more or less; what has no number yet begins at what is usual. */
export function withPlaces({ kind, places }: ColumnFormat, change: 1 | -1): ColumnFormat {
  const from = places ?? (kind === '万' || kind === '%' ? 1 : 2)
  return { kind, places: Math.max(0, Math.min(9, from + change)) }
}

/** A value as its column shows it; null is the grid's own. */
export function writeFormatted(value: CellValue, format: ColumnFormat): string {
  const { kind, places } = format
  if (!isNumber(value))
    return kind === 'plain' || !isMoment(value) ? writeCell(value) : writeValue(value, kind)
  const decimals = places === undefined ? '' : `.${places}`
  if (kind === 'plain') return decimals === '' ? writeCell(value) : writeValue(value, decimals)
  if (kind === 'thousands')
    return grouped(decimals === '' ? writeCell(value) : writeValue(value, decimals))
  return writeValue(value, kind + decimals)
}

/** Thousands apart from four digits on, as accounts are written. */
function grouped(text: string): string {
  return text.replace(/^(−?)(\d)(\d{3})(?=\.|$)/, '$1$2,$3')
}

/** A value exactly, for other programs: no digits grouped, a plain minus, dates as ISO writes them. */
export function exactText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'object') {
    return value.kind === 'decimal' ? exactDecimal(value.digits, value.scale) : writeCell(value)
  }
  return String(value)
}

function exactDecimal(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 ? `.${text.slice(text.length - scale)}` : ''}`
}

/** Whether a value is a finite number. */
export function isNumber(value: CellValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'bigint') return true
  return typeof value === 'object' && value !== null && value.kind === 'decimal'
}

function isMoment(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && value.kind !== 'decimal'
}
