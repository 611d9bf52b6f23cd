import { ZhizhiError } from '../contract/errors.ts'
import { spanOf } from './accept/accept.ts'
import { similar } from '../domain/notebook/sql-errors/similar.ts'
import type { Found } from './accept/walk.ts'

/** A table that does not exist, with the names that may have been meant. */
export function unknownTable(text: string, table: Found, existing: Iterable<string>): ZhizhiError {
  const name = table.schema === '' ? table.name : `${table.schema}.${table.name}`
  const near = similar(table.name, existing)
  const hint = near.length === 0 ? '' : `；相近的有 ${near.join('、')}`
  const message = `没有名为 ${name} 的表${hint}。`
  return new ZhizhiError(
    'sql_failed',
    { message, kind: 'unknown table', name, near: near.join('\n') },
    spanOf(text, table),
  )
}
