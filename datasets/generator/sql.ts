/** Pieces of SQL text; every value is quoted here and nowhere else. */

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

export function literal(value: Cell): string {
  if (value === null) return 'NULL'
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** `(VALUES …) AS name(columns)`; a key that a row lacks is NULL. */
export function values(name: string, columns: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `(${columns.map((column) => literal(row[column] ?? null)).join(', ')})`,
  )
  return `(VALUES\n  ${lines.join(',\n  ')}\n) AS ${name}(${columns.join(', ')})`
}

export function temporary(name: string, query: string): string {
  return `CREATE OR REPLACE TEMP TABLE ${name} AS\n${query}`
}
