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

/** A value on a scale of whole numbers or doubles; null where it is not finite and has no place there. */
export function scaled(value: string, measure: Measure): string {
  switch (measure) {
    case 'integer':
      return value
    case 'real':
      return `CASE WHEN isfinite(${value}::DOUBLE) THEN ${finite(value, measure)} END`
    case 'date':
      return `CASE WHEN isfinite(${value}) THEN ${finite(value, measure)} END`
    case 'moment':
      return `CASE WHEN isfinite(${value}::TIMESTAMP) THEN ${finite(value, measure)} END`
    case 'values':
    case 'none':
      return 'NULL'
  }
}

/** The same of a value that is known to be finite. */
export function finite(value: string, measure: Measure): string {
  switch (measure) {
    case 'integer':
      return value
    case 'real':
      return `${value}::DOUBLE`
    case 'date':
      return `(${value} - DATE '1970-01-01')`
    case 'moment':
      return `epoch_us(${value}::TIMESTAMP)`
    case 'values':
    case 'none':
      return 'NULL'
  }
}

export const isNested = (type: string) =>
  type.endsWith(']') || ['STRUCT(', 'MAP(', 'UNION('].some((begin) => type.startsWith(begin))
