import type { Task } from '../../desktop/domain/course/compare.ts'
import type { Result, Row } from '../../desktop/domain/course/result.ts'

const types: Readonly<Record<string, string>> = { n: 'BIGINT', share: 'DOUBLE', day: 'DATE' }

/** A result with these columns; types go by the names, or as given. */
export function result(
  names: readonly string[],
  rows: readonly Row[],
  kinds?: readonly string[],
): Result {
  const columns = names.map((name, index) => ({
    name,
    type: kinds?.[index] ?? types[name] ?? 'VARCHAR',
  }))
  return { columns, rows, truncated: false }
}

/** A task that asks for these columns and nothing else unless said. */
export const task = (columns: readonly string[], more: Partial<Task> = {}): Task => ({
  columns,
  order: [],
  ...more,
})
