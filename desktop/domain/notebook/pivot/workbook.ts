import type { CellValue } from '../value.ts'
import type { PivotSheet, SheetCell } from './sheet.ts'
import { plainValue } from './text.ts'

/** A cell of a workbook in its place; what a wider or higher one covers is `undefined`. */
export interface PlacedCell {
  readonly value: string | number
  readonly across: number
  readonly down: number
  /** `head`, a `total`, a value like others, or a `note`. */
  readonly look: 'head' | 'total' | 'value' | 'note'
  /** As spreadsheets write it: `0.0%`. */
  readonly format: string | undefined
}

/** One sheet with merged headings. */
export interface PlacedSheet {
  readonly name: string
  readonly rows: readonly (readonly (PlacedCell | undefined)[])[]
  readonly sticky: { readonly rows: number; readonly columns: number }
  readonly widths: readonly number[]
}

interface About {
  readonly name: string
  /** Source and time, on a line of its own below the table. */
  readonly note: string
  /** How many columns name the lines. */
  readonly fields: number
}

/** The crosstab as a sheet of a workbook: numbers as numbers, headings merged. */
export function placedSheet({ head, body }: PivotSheet, about: About): PlacedSheet {
  const width = Math.max(1, head[0]?.length ?? 1)
  const rows = [...head, ...body].map((cells) => cells.map((cell) => cell && placed(cell)))
  const note: PlacedCell = {
    value: about.note,
    across: width,
    down: 1,
    look: 'note',
    format: undefined,
  }
  const sides = Math.max(1, about.fields)
  return {
    name: about.name.slice(0, 31), // as long as a spreadsheet lets it be
    rows: [...rows, [note, ...Array.from({ length: width - 1 }, () => undefined)]],
    sticky: { rows: head.length, columns: sides },
    widths: Array.from({ length: width }, (_, index) => (index < sides ? 18 : 12)),
  }
}

function placed(cell: SheetCell): PlacedCell {
  if (cell.kind === 'head') {
    const { text: value, across, down, total } = cell
    return { value, across, down, look: total ? 'total' : 'head', format: undefined }
  }
  const { value, format, total } = cell
  const one = { across: 1, down: 1, look: total ? 'total' : 'value' } as const
  const number = numberOf(value)
  if (number === undefined) return { value: plainValue(value), format: undefined, ...one }
  return { value: number, format: numberFormat(format), ...one }
}

/** A number that a spreadsheet's doubles hold exactly, or as they were computed. */
function numberOf(value: CellValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const digits = typeof value === 'bigint' ? value : isDecimal(value) ? value.digits : undefined
  if (digits === undefined || digits > most || digits < -most) return undefined
  return Number(plainValue(value))
}

const most = BigInt(10 ** 15)

type DecimalValue = Extract<CellValue, { kind: 'decimal' }>

function isDecimal(value: CellValue | undefined): value is DecimalValue {
  return typeof value === 'object' && value !== null && value.kind === 'decimal'
}

/** Percent and decimals; what spreadsheets have no unit for (万) is written in full. */
function numberFormat(format: string | undefined): string | undefined {
  const [, percent, places] = /^(%)?(?:\.(\d))?$/.exec(format ?? '-') ?? []
  if (percent === undefined && places === undefined) return undefined
  const decimals = Number(places ?? 1)
  const number = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  return percent === undefined ? `#,##${number}` : `${number}%`
}
