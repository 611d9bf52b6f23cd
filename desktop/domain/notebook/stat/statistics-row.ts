import { firstOf, type ResultTable } from '../result-table.ts'
import type { CellValue } from '../value.ts'

/** A value of a table of sufficient statistics as a number; NaN where there is none. */
export function numberOf(value: CellValue | undefined): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value)
  if (typeof value === 'object' && value?.kind === 'decimal') {
    return Number(value.digits) / 10 ** value.scale
  }
  return Number.NaN
}

export function numberIn(table: ResultTable, column: string): number {
  return numberOf(firstOf(table, column))
}

/** What stands in a column, row by row. */
export function valuesIn(table: ResultTable, column: string): CellValue[] {
  const found = table.columns.find(({ name }) => name === column)
  return Array.from({ length: table.rows }, (_, row) => found?.at(row) ?? null)
}

/** One row of a table by itself. */
export function rowOf(table: ResultTable, row: number): ResultTable {
  const columns = table.columns.map((column) => ({ ...column, at: () => column.at(row) }))
  return { rows: 1, columns }
}
