/** Query results as the engine hands them over, and what their types mean for comparing. */

export type Cell = null | boolean | number | string
export type Row = readonly Cell[]

export interface Column {
  readonly name: string
  /** As DuckDB names it: `BIGINT`, `DECIMAL(18,2)`, `VARCHAR` … */
  readonly type: string
}

export interface Result {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Rows were left off at the end. */
  readonly truncated: boolean
}

export type Kind = 'integer' | 'decimal' | 'text' | 'time' | 'boolean' | 'other'

const integers = new Set(
  ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT'].flatMap((name) => [name, `U${name}`]),
)

export function kindOf(type: string): Kind {
  const name = type.toUpperCase()
  if (integers.has(name)) return 'integer'
  if (name.endsWith(']')) return 'other'
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(name)) return 'decimal'
  if (/^(VARCHAR|ENUM|UUID)/.test(name)) return 'text'
  if (/^(DATE|TIME)/.test(name)) return 'time'
  return name === 'BOOLEAN' ? 'boolean' : 'other'
}

export const isNumeric = (kind: Kind): boolean => kind === 'integer' || kind === 'decimal'

/** Kinds whose values can be the same thing: numbers of any width, dates and their texts. */
export function comparable(one: Kind, other: Kind): boolean {
  if (isNumeric(one) || isNumeric(other)) return isNumeric(one) && isNumeric(other)
  const textual = (kind: Kind) => kind === 'text' || kind === 'time'
  return one === other || (textual(one) && textual(other))
}
