import { fold } from '../name.ts'
import { isList, isObject, type Json, type JsonObject, listOf, textOf } from './tree.ts'

/** A table that a query may read, as a query names it (`hotline_tickets`, `census_2020.people`). */
export interface NamedTable {
  readonly name: string
  /** What readers call it; its name where it has no title. */
  readonly title: string
  /** A result of the notebook rather than a dataset. */
  readonly cell: boolean
  /** Columns by name, with their titles where they have one. */
  readonly columns: readonly { readonly name: string; readonly title: string | undefined }[]
}

/** What readers call the things that queries name. */
export interface Known {
  readonly tables: readonly NamedTable[]
  /** Labels of inputs by parameter name. */
  readonly parameters: Readonly<Record<string, string>>
}

export const nothingKnown: Known = { tables: [], parameters: {} }

/**
 * Titles of columns as one query may use them. A name that the query itself gives to something has
 * no title of a table's column, nor has one that two of its tables title differently.
 */
export class ColumnTitles {
  readonly #titles = new Map<string, string | undefined>()

  constructor(tree: Json, known: Known) {
    const read = new Set<string>()
    const own = new Set<string>()
    collect(tree, read, own)
    for (const { name, columns } of known.tables) {
      if (!read.has(fold(name))) continue
      for (const column of columns) this.#add(fold(column.name), column.title)
    }
    for (const name of own) this.#titles.delete(name)
  }

  get(name: string): string | undefined {
    return this.#titles.get(fold(name))
  }

  #add(name: string, title: string | undefined): void {
    const other = this.#titles.has(name) && this.#titles.get(name) !== title
    this.#titles.set(name, other ? undefined : title)
  }
}

/** `read`: tables of the whole tree; `own`: names that the query gives to what is no such column. */
function collect(value: Json | undefined, read: Set<string>, own: Set<string>): void {
  if (isList(value)) for (const item of value) collect(item, read, own)
  if (!isObject(value)) return
  if (textOf(value, 'type') === 'BASE_TABLE') read.add(fold(tableName(value)))
  for (const given of givenNames(value)) own.add(fold(given))
  for (const item of Object.values(value)) collect(item, read, own)
}

function givenNames(node: JsonObject): string[] {
  const alias = textOf(node, 'alias')
  const same = lastName(node) === alias
  const given = typeof node['class'] === 'string' && alias !== '' && !same ? [alias] : []
  const others = ['aliases', 'column_name_alias', 'unpivot_names'].flatMap((key) =>
    listOf(node, key).filter((item) => typeof item === 'string'),
  )
  return [...given, ...others]
}

export function lastName(node: JsonObject): string {
  const last = listOf(node, 'column_names').at(-1)
  return typeof last === 'string' ? last : ''
}

/** A base table as a query names it. */
export function tableName(node: JsonObject): string {
  const schema = textOf(node, 'schema_name')
  const own = textOf(node, 'table_name')
  return schema === '' ? own : `${schema}.${own}`
}

export const findTable = (known: Known, name: string): NamedTable | undefined =>
  known.tables.find((table) => fold(table.name) === fold(name))
