import type { Relation } from '../contract/table.ts'

/** The database that DuckDB opens by itself: sessions with their cells, and what is made of tables. */
const OWN = 'memory'

/**
 * A database beside it, in which datasets lie compressed. The space keeps its name apart from every
 * dataset's and session's.
 */
export const STORE = 'zhizhi store'

/** Where sort orders are kept; no query may name it. */
export const ORDER_SCHEMA = 'zhizhi_order'

/** An empty schema of the store: first on every path, so that `dataset.table` is looked for there. */
export const NOWHERE = 'zhizhi nowhere'

/** How Mosaic names its pre-aggregated tables: this and a hash in hexadecimal. */
export const PREAGGREGATE = 'preagg_'

/** A name as a quoted SQL identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as a SQL string. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** An empty schema means `main`. */
export function schemaOf({ schema }: Pick<Relation, 'schema'>): string {
  return schema === '' ? 'main' : schema
}

/** A schema of sessions, or of the host's own. */
export const ownSchema = (schema: string) => `${OWN}.${quote(schema)}`

/** A schema of datasets. */
export const storeSchema = (schema: string) => `${quote(STORE)}.${quote(schema)}`

/** A cell's table. */
export const qualified = (relation: Relation) =>
  `${ownSchema(schemaOf(relation))}.${quote(relation.name)}`

/** A dataset's table. */
export const stored = (relation: Relation) =>
  `${storeSchema(schemaOf(relation))}.${quote(relation.name)}`

/**
 * Where unqualified names are looked for: in the session, then among the datasets. Other sessions are
 * on the path only so that their schemas are known by name.
 */
export function searchPath([schema = 'main', ...others]: readonly string[]): string {
  const own = schema === 'main' ? [] : [ownSchema(schema)]
  return [storeSchema(NOWHERE), ...own, storeSchema('main'), ...others.map(ownSchema)].join()
}

/** DuckDB compares names without regard to the case of ASCII letters, and of these only. */
export function fold(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
