import type { DataPackage } from '../../catalogue/data-package.ts'
import { sqlName, tablesOf } from '../../catalogue/sql-name.ts'
import { fold } from '../name.ts'

type Descriptor = Pick<DataPackage, 'name' | 'resources'>

/** A way to put a table beside another: which columns mean the same, and how that is known. */
export interface JoinOffer {
  readonly table: string
  /** Column of the first table → column of this one. */
  readonly on: Readonly<Record<string, string>>
  /** `key`: the descriptor says so; `name`: the other's primary key has a column's name. */
  readonly because: 'key' | 'name'
  /** Columns that could be taken from it. */
  readonly columns: readonly string[]
}

interface Table {
  readonly name: string
  readonly dataset: string
  readonly resource: DataPackage['resources'][number]
}

/** The tables that can stand beside one whose columns are `columns`, declared keys first. */
export function joinOffers(
  from: string,
  columns: readonly string[],
  datasets: readonly Descriptor[],
): JoinOffer[] {
  const tables = datasets.flatMap(tablesIn)
  const own = tables.find(({ name }) => fold(name) === fold(from))
  const declared = own ? declaredOffers(own, tables) : []
  const taken = new Set(declared.map(({ table }) => table))
  const named = tables
    .filter(({ name }) => name !== own?.name && !taken.has(name))
    .flatMap((table) => namedOffer(table, columns))
  return [...declared, ...named]
}

function tablesIn(dataset: Descriptor): Table[] {
  const names = tablesOf(dataset).map(sqlName)
  return dataset.resources.flatMap((resource, index) => {
    const name = names[index]
    return name === undefined ? [] : [{ name, dataset: dataset.name, resource }]
  })
}

function declaredOffers({ dataset, resource }: Table, tables: readonly Table[]): JoinOffer[] {
  return (resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const target = tables.find(
      (one) => one.dataset === dataset && one.resource.name === reference.resource,
    )
    if (!target) return []
    const left = listOf(fields)
    const right = listOf(reference.fields)
    const on = Object.fromEntries(left.map((column, index) => [column, right[index] ?? column]))
    return [offer(target, on, 'key')]
  })
}

/** A table whose whole primary key is named among the columns, such as `community_code`. */
function namedOffer(table: Table, columns: readonly string[]): JoinOffer[] {
  const key = listOf(table.resource.schema.primaryKey ?? [])
  if (key.length === 0 || !key.every((column) => columns.includes(column))) return []
  return [offer(table, Object.fromEntries(key.map((column) => [column, column])), 'name')]
}

function offer(table: Table, on: Record<string, string>, because: JoinOffer['because']): JoinOffer {
  const keys = Object.values(on)
  const columns = table.resource.schema.fields
    .map(({ name }) => name)
    .filter((name) => !keys.includes(name))
  return { table: table.name, on, because, columns }
}

const listOf = (fields: string | readonly string[]): readonly string[] =>
  typeof fields === 'string' ? [fields] : fields
