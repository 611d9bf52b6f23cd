import type { ModelColumn, ModelData } from '../../../statistics/regression/data.ts'
import { readColumn } from '../../../statistics/regression/read-column.ts'
import { identifier, tableName } from '../../query/identifier.ts'
import type { ResultTable } from '../../result-table.ts'

/** Rows that a model may have: its design is kept in memory whole. */
export const mostModelRows = 2_000_000

export const tooManyRows = {
  zh: `数据超过 ${mostModelRows / 10_000} 万行，一次算不了。请先筛选或汇总。`,
  en: `The data have more than ${mostModelRows} rows. Filter or aggregate first.`,
}

/** The query for the rows of a model: its columns and nothing else. */
export function rowsQuery(from: string, columns: readonly string[]): string {
  const list = columns.map(identifier).join(', ')
  return `SELECT ${list}\nFROM ${tableName(from)}\nLIMIT ${mostModelRows + 1}`
}

/** Results of the same columns, one after the other, as the rows of a model. */
export function rowsFrom(parts: readonly ResultTable[]): ModelData {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const columns = new Map<string, ModelColumn>()
  for (const [at, { name }] of (parts[0]?.columns ?? []).entries()) {
    let [part, start] = [0, 0]
    const cell = (row: number) => {
      // rows are asked for in order, and begun anew at most once
      if (row < start) [part, start] = [0, 0]
      while (row - start >= (parts[part]?.rows ?? Infinity)) start += parts[part++]?.rows ?? 0
      return parts[part]?.columns[at]?.at(row - start) ?? null
    }
    columns.set(name, readColumn({ rows, at: cell }))
  }
  return { rows, columns }
}
