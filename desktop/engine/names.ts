import type { Relation } from '../contract/table.ts'

/** Where sort orders are kept; no query may name it. */
export const ORDER_SCHEMA = 'zhizhi_order'

/**
 * A database of its own in which datasets lie compressed; queries see them by views. The space keeps
 * its name apart from every dataset's and session's.
 */
export const STORE = 'zhizhi store'

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

export function qualified(relation: Relation): string {
  return `${quote(schemaOf(relation))}.${quote(relation.name)}`
}

/** Where the rows of a dataset lie. */
export function stored(relation: Relation): string {
  return `${quote(STORE)}.${qualified(relation)}`
}

/** DuckDB compares names without regard to the case of ASCII letters, and of these only. */
export function fold(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
