import { decimalOf } from './decimal.ts'
import type { AxisFormat } from './chart.ts'
import { writeCell, writeValue, type CellValue } from './value.ts'

/** Writes an axis value: numbers with their unit, dates the Chinese way, names as they are. */
export function axisText(format: AxisFormat | undefined): (value: unknown) => string {
  return (value) => {
    if (value instanceof Date) return dateText(value, format)
    if (typeof value === 'number') return numberText(value, format)
    return typeof value === 'string' ? value : typeof value === 'boolean' ? writeCell(value) : ''
  }
}

function numberText(value: number, format: AxisFormat | undefined): string {
  if (!Number.isFinite(value)) return ''
  if (format === '万' || format === '亿') return trimmed(value, format).replace(' ', '')
  if (format === '%') return trimmed(value, format)
  if (format === '时') return `${value} 时`
  return writeCell({ kind: 'decimal', ...decimalOf(value) })
}

/** The fewest decimals that keep the value: 0.5 万, 2 万. */
function trimmed(value: number, unit: '万' | '亿' | '%'): string {
  for (let places = 0; places < 4; places += 1) {
    const text = writeValue(value, `${unit}.${places}`)
    if (Math.abs(numberIn(text) - scaled(value, unit)) < 1e-9) return text
  }
  return writeValue(value, `${unit}.4`)
}

const numberIn = (text: string) => Number(text.replaceAll(/[,%万亿 ]/g, '').replace('−', '-'))
const scaled = (value: number, unit: '万' | '亿' | '%') =>
  unit === '%' ? value * 100 : value / (unit === '万' ? 1e4 : 1e8)

function dateText(date: Date, format: AxisFormat | undefined): string {
  const ms = date.getTime()
  const month = `${date.getUTCMonth() + 1} 月`
  const moment: CellValue = { kind: 'date', ms }
  switch (format) {
    case '年':
    case '年月':
    case '日期':
      return writeValue(moment, format)
    case '月':
      return month
    case '时':
      return `${date.getUTCHours()} 时`
    default:
      return unformatted(date, month)
  }
}

/** As fine as the value: hours within a day, days within a month, months with the year in January. */
function unformatted(date: Date, month: string): string {
  if (date.getUTCHours() > 0) return `${date.getUTCHours()} 时`
  if (date.getUTCDate() > 1) return `${month} ${date.getUTCDate()} 日`
  return date.getUTCMonth() > 0 ? month : `${month}\n${date.getUTCFullYear()} 年`
}
