import type { Column } from '../../contract/table.ts'
import { literal, quote } from '../names.ts'
import { isNested } from '../summary/measure.ts'

/**
 * The number of the first column of a row that holds the text, as SQL; null where none does. The
 * text is looked for as it is written, in the value as it reads, letters in either case.
 */
export function matchSql(columns: readonly Column[], text: string): string {
  const sought = `lower(${literal(text)})`
  const cases = columns.map(
    (column, n) => `WHEN contains(lower(${asText(column)}), ${sought}) THEN ${n}`,
  )
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`
}

/** A value as it travels to a grid: bytes in hexadecimal, what has parts as JSON, the rest as DuckDB writes it. */
function asText({ name, type }: Column): string {
  if (isNested(type)) return `to_json(t.${quote(name)})::VARCHAR`
  return type === 'BLOB' ? `hex(t.${quote(name)})` : `t.${quote(name)}::VARCHAR`
}
