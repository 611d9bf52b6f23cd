import { quote } from '../measure/sql.ts'

/** What a column's DuckDB type holds, as far as checks depend on it. */
export type Stored = 'whole' | 'number' | 'boolean' | 'date' | 'moment' | 'time' | 'text' | 'other'

export function storedOf(type: string): Stored {
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type)) return 'whole'
  if (/^(?:FLOAT|DOUBLE|DECIMAL)\b/.test(type)) return 'number'
  if (type === 'BOOLEAN') return 'boolean'
  if (type === 'DATE') return 'date'
  if (type.startsWith('TIMESTAMP')) return 'moment'
  if (type === 'TIME') return 'time'
  return type === 'VARCHAR' || type.startsWith('ENUM(') ? 'text' : 'other'
}

/** The types of Table Schema that are checked, by what holds them and what texts are read as. */
const wantedTypes: Readonly<Record<string, { holds: readonly Stored[]; reads: string }>> = {
  integer: { holds: ['whole'], reads: 'DOUBLE' },
  year: { holds: ['whole'], reads: 'DOUBLE' },
  number: { holds: ['whole', 'number'], reads: 'DOUBLE' },
  boolean: { holds: ['boolean'], reads: 'BOOLEAN' },
  date: { holds: ['date'], reads: 'DATE' },
  datetime: { holds: ['moment', 'date'], reads: 'TIMESTAMP' },
  time: { holds: ['time'], reads: 'TIME' },
}

export interface StoredColumn {
  readonly name: string
  readonly stored: Stored
}

/** A column that counts as empty where a text is blank, as Table Schema has it. */
export function present({ name, stored }: StoredColumn): string {
  return stored === 'text' ? `nullif(trim(${quote(name)}::VARCHAR), '')` : quote(name)
}

/** The column's value as the declared type; NULL where it is none of it. */
export function valueAs(column: StoredColumn, wanted: string): string {
  const type = wantedTypes[wanted]
  if (!type || type.holds.includes(column.stored)) return present(column)
  return `TRY_CAST(${present(column)} AS ${type.reads})`
}

/** Whether the value is of the declared type, as SQL; its column's own type may settle it. */
export function isOfType(column: StoredColumn, wanted: string): string {
  const type = wantedTypes[wanted]
  if (!type || type.holds.includes(column.stored)) return 'true'
  const value = valueAs(column, wanted)
  // a cast to whole numbers would round 1.5 to 2
  const whole = type.holds.includes('whole') && !type.holds.includes('number')
  return whole ? `coalesce(${value} = trunc(${value}), false)` : `${value} IS NOT NULL`
}
