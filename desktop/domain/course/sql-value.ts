import type { SourceField } from './source-table.ts'
import { quote } from './sql-text.ts'

/** A value that the task asks about, as SQL of its field's type; `undefined` where it has none. */
export function valueOf(text: string, { type }: SourceField): string | undefined {
  switch (type) {
    case 'integer':
    case 'year':
    case 'number':
      return Number.isFinite(Number(text)) ? text : undefined
    case 'date':
      return `TRY_CAST(${quote(text)} AS DATE)`
    case 'datetime':
      return `TRY_CAST(${quote(text)} AS TIMESTAMP)`
    default:
      return undefined
  }
}

/** The value itself and its nearest neighbours on both sides. */
export function edgesOf(text: string, field: SourceField): string[] {
  const value = valueOf(text, field)
  const step = field.type === 'datetime' ? 'INTERVAL 1 SECOND' : '1'
  return value === undefined ? [] : [value, `${value} - ${step}`, `${value} + ${step}`]
}
