/** What of a column is summarised, by its DuckDB type. */
export type Measure = 'integer' | 'real' | 'date' | 'moment' | 'values' | 'none'

const integers = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
])

export function measureOf(type: string): Measure {
  if (integers.has(type)) return 'integer'
  if (type === 'FLOAT' || type === 'DOUBLE' || type.startsWith('DECIMAL(')) return 'real'
  if (type === 'DATE') return 'date'
  if (type.startsWith('TIMESTAMP')) return 'moment'
  return type === 'BLOB' || type.startsWith('GEOMETRY') ? 'none' : 'values'
}

/** The column on a scale of whole numbers or doubles; null where it has no place there. */
export function scaled(column: string, measure: Measure): string {
  switch (measure) {
    case 'integer':
      return column
    case 'real':
      return `CASE WHEN isfinite(${column}::DOUBLE) THEN ${column}::DOUBLE END`
    case 'date':
      return `CASE WHEN isfinite(${column}) THEN ${column} - DATE '1970-01-01' END`
    case 'moment':
      return `CASE WHEN isfinite(${column}::TIMESTAMP) THEN epoch_us(${column}::TIMESTAMP) END`
    case 'values':
    case 'none':
      return 'NULL'
  }
}
