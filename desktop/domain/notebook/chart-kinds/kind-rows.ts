import type { ResultTable } from '../result-table.ts'
import type { CellValue } from '../value.ts'
import { mostRows } from './kind-query.ts'

/** A group that a chart may show. */
export interface KindRow {
  /** Its name, and that within it. */
  readonly a: string
  readonly b: string
  /** Where along the axis it stands; a moment in ms. */
  readonly k: string | number | null
  /** What is measured, finite; undefined where there is nothing to measure. */
  readonly v: number | undefined
  /** Rows of the table in it. */
  readonly n: number
  readonly box: Box | undefined
}

export interface Box {
  readonly low: number
  readonly q1: number
  readonly median: number
  readonly q3: number
  readonly high: number
  /** Values that it is made of. */
  readonly known: number
}

/** The groups of a chart, and what was left out on the way. */
export interface KindRows {
  readonly rows: readonly KindRow[]
  /** Rows of the table whose value is infinite or no number. */
  readonly bad: number
  /** Groups without any value. */
  readonly empty: number
  /** Whether there are more groups than were brought. */
  readonly cut: boolean
  /** Whether the axis counts time. */
  readonly time: boolean
}

/** What stands for a name that is missing. */
export const unnamed = '（空）'

/** Reads the answer to a kind's query. */
export function readKindRows(table: ResultTable): KindRows {
  const columns = new Map(table.columns.map((column) => [column.name, column]))
  const at = (name: string, row: number): CellValue => columns.get(name)?.at(row) ?? null
  const indices = Array.from({ length: Math.min(table.rows, mostRows) }, (_, index) => index)
  const all = indices.map((row) => readRow((name) => at(name, row)))
  const known = all.filter(({ v, box }) => v !== undefined || box !== undefined)
  return {
    rows: known,
    bad: indices.reduce((sum, row) => sum + (numberOf(at('bad', row)) ?? 0), 0),
    empty: all.length - known.length,
    cut: table.rows > mostRows,
    time: indices.some((row) => isMoment(at('k', row))),
  }
}

function readRow(at: (name: string) => CellValue): KindRow {
  const numbers = (['low', 'q1', 'median', 'q3', 'high', 'known'] as const).map((name) =>
    numberOf(at(name)),
  )
  const [low, q1, median, q3, high, known] = numbers
  const whole =
    low !== undefined &&
    q1 !== undefined &&
    median !== undefined &&
    q3 !== undefined &&
    high !== undefined
  return {
    a: nameOf(at('a')),
    b: nameOf(at('b')),
    k: placeOf(at('k')),
    v: numberOf(at('v')),
    n: numberOf(at('n')) ?? 0,
    box: whole ? { low, q1, median, q3, high, known: known ?? 0 } : undefined,
  }
}

const isMoment = (value: CellValue) =>
  typeof value === 'object' && value !== null && value.kind !== 'decimal'

function nameOf(value: CellValue): string {
  return typeof value === 'string' && value !== '' ? value : unnamed
}

function placeOf(value: CellValue): string | number | null {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object' && value.kind !== 'decimal') return value.ms
  return numberOf(value) ?? null
}

function numberOf(value: CellValue): number | undefined {
  const number =
    typeof value === 'object' && value?.kind === 'decimal'
      ? Number(value.digits) / 10 ** value.scale
      : typeof value === 'number' || typeof value === 'bigint'
        ? Number(value)
        : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
