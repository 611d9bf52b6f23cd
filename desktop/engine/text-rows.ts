import type { DuckDBResult } from '@duckdb/node-api'

/** Rows of our own small queries as text; lists and structs have no place in them. */
export async function textRows(result: DuckDBResult): Promise<(string | null)[][]> {
  const rows = await result.getRowsJS()
  return rows.map((row) =>
    row.map((value) => {
      if (value === null) return null
      if (typeof value === 'object') throw new Error('a row of text holds a list')
      return String(value)
    }),
  )
}
