import { fold } from '../../notebook/name.ts'
import type { TableName } from '../../catalogue/sql-name.ts'
import { textOf, type Json, type JsonObject } from '../../notebook/steps/tree.ts'
import { changed, column, columnNames } from './parts.ts'

/** What a table of a dataset declares. */
export interface Protection {
  /** The dataset's id and the hash of its data. */
  readonly dataset: string
  readonly hash: string
  readonly minimumCell: number
  /** The column that tells persons or events apart; null where each row is one. */
  readonly contributor: string | null
}

/** A table that a query may name: its columns as they are spelt; protected or open. */
export interface KnownTable extends TableName {
  readonly columns: readonly string[]
  readonly protection: Protection | null
}

/** One of the tables that rows come from, under an alias of ours. */
export interface Base {
  readonly alias: string
  readonly table: KnownTable
}

/**
 * Rows of a protected dataset, still one for each person or event: the tables they come from, which
 * of them are kept, and what their columns are in terms of those tables. Nested queries, WITH and
 * cells are folded into this one form, so that what is said of it is said of all ways to write it.
 */
export interface Rows {
  readonly from: JsonObject
  readonly bases: readonly Base[]
  readonly where: readonly Json[]
  /** By folded name, in order; the same name twice is nobody's. */
  readonly columns: ReadonlyMap<string, { readonly name: string; readonly is: Json }>
}

const pattern = /^r(\d+)$/

/** The same rows with their aliases counted from `first` on, so that two can be joined. */
export function numberedFrom(rows: Rows, first: number): Rows {
  if (first === 0) return rows
  const shift = (alias: string) =>
    alias.replace(pattern, (_, digits: string) => `r${Number(digits) + first}`)
  const move = (tree: Json): Json =>
    changed(tree, (node) => {
      const [alias, ...rest] = columnNames(node)
      if (alias !== undefined) return { ...node, column_names: [shift(alias), ...rest] }
      if (node['type'] !== 'BASE_TABLE') return undefined
      return { ...node, alias: shift(textOf(node, 'alias')) }
    })
  return {
    from: move(rows.from) as JsonObject,
    bases: rows.bases.map(({ alias, table }) => ({ alias: shift(alias), table })),
    where: rows.where.map(move),
    columns: new Map([...rows.columns].map(([key, { name, is }]) => [key, { name, is: move(is) }])),
  }
}

/** Columns by folded name. */
export function columnsOf(
  entries: readonly { readonly name: string; readonly is: Json }[],
): Rows['columns'] {
  return new Map(entries.map((entry) => [fold(entry.name), entry]))
}

/** All columns of a table under an alias. */
export function ownColumns(alias: string, { columns }: KnownTable): Rows['columns'] {
  return columnsOf(columns.map((name) => ({ name, is: column(alias, name) })))
}

/** What tells the contributors of these rows apart: a column that was declared, or the row itself. */
export function contributorOf(rows: Rows): Json | undefined {
  const base = rows.bases.find(({ table }) => table.protection)
  return base && column(base.alias, base.table.protection?.contributor ?? 'rowid')
}

/** Whether an expression reads a column that tells persons apart. */
export function readsPerson(expression: Json, { bases }: Pick<Rows, 'bases'>): boolean {
  let found = false
  changed(expression, (node) => {
    const [alias, name] = columnNames(node)
    const base = bases.find((one) => one.alias === alias)
    const contributor = base?.table.protection?.contributor
    if (contributor && name !== undefined && fold(contributor) === fold(name)) found = true
    return undefined
  })
  return found
}
