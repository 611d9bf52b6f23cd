import { PREAGGREGATE, quote } from '../names.ts'

/** What Mosaic's pre-aggregator executes. */
export type MosaicStatement =
  | { readonly kind: 'schema' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'table'; readonly name: string; readonly query: string }
  | { readonly kind: 'other' }

const HEX = '0123456789abcdef'

/**
 * Reads a statement that `@uwdata/mosaic-core` 0.32 generates (`PreAggregator.request`, `dropSchema`),
 * byte for byte. Only the query after the prefix is free, and that has to be accepted like any other.
 */
export function readMosaic(sql: string, schema: string): MosaicStatement {
  const createSchema = `CREATE SCHEMA IF NOT EXISTS ${quote(schema)}`
  if (sql === createSchema) return { kind: 'schema' }
  if (sql === `DROP SCHEMA IF EXISTS ${quote(schema)} CASCADE`) return { kind: 'drop' }
  const begin = `${createSchema};\nCREATE TABLE IF NOT EXISTS ${quote(schema)}."${PREAGGREGATE}`
  if (!sql.startsWith(begin)) return { kind: 'other' }
  let end = begin.length
  while (end < sql.length && HEX.includes(sql.charAt(end))) end += 1
  const hash = sql.slice(begin.length, end)
  const as = '" AS '
  if (hash.length === 0 || hash.length > 8 || !sql.startsWith(as, end)) return { kind: 'other' }
  return { kind: 'table', name: PREAGGREGATE + hash, query: sql.slice(end + as.length) }
}
