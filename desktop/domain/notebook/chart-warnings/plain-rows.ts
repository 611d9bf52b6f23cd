import type { ResultTable } from '../result-table.ts'
import type { CellValue } from '../value.ts'

/** The rows of a result as plain values: numbers as JavaScript's, near enough to judge by. */
export function plainRows(table: ResultTable): Readonly<Record<string, unknown>>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, plain(column.at(row))])),
  )
}

function plain(value: CellValue): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  if (value.kind === 'decimal') return Number(value.digits) / 10 ** value.scale
  return new Date(value.ms)
}
