import { fold } from '../../notebook/name.ts'
import { isObject, type Json, type JsonObject, textOf, textsOf } from '../../notebook/steps/tree.ts'
import type { Env, Named, Reading } from './env.ts'
import { all, baseTable, columnNames, objectsIn, sameTree } from './parts.ts'
import { ReleaseRefused } from './refused.ts'
import { resolve, type Source } from './resolve.ts'
import { type Base, type KnownTable, numberedFrom, ownColumns, type Rows } from './rows.ts'

/** What FROM brings: rows of protected tables under their names, or only what may leave. */
export type From =
  | { readonly kind: 'safe'; readonly tree: Json }
  | {
      readonly kind: 'rows'
      readonly from: JsonObject
      readonly bases: readonly Base[]
      readonly where: readonly Json[]
      readonly sources: readonly Source[]
      readonly merged: ReadonlyMap<string, Json>
    }
type FromRows = Extract<From, { kind: 'rows' }>

/** What the reader of FROM needs of the reader of queries. */
export interface FromReader {
  readonly env: Env
  /** Names of WITH and beyond, the nearest first. */
  find(name: { schema: string; name: string }): Named | undefined
  query(node: JsonObject): Reading
  /** The tree with the queries inside its expressions read; refused where one of them gives rows. */
  expressions(tree: Json): Json
}

export function readFrom(tree: Json | undefined, reader: FromReader): From {
  if (!isObject(tree)) return { kind: 'safe', tree: tree ?? null }
  const type = textOf(tree, 'type')
  if (type === 'BASE_TABLE') return baseFrom(tree, reader)
  if (type === 'SUBQUERY') return subqueryFrom(tree, reader)
  if (type === 'JOIN') return joinFrom(tree, reader)
  mustBeOpen(tree, reader)
  return { kind: 'safe', tree }
}

/** A way of bringing tables into FROM that is not looked into: nothing protected may stand in it. */
function mustBeOpen(tree: Json, reader: FromReader): void {
  for (const node of objectsIn(tree)) {
    if (node['type'] !== 'BASE_TABLE' && node['type'] !== 'SHOW_REF') continue
    const name = { schema: textOf(node, 'schema_name'), name: textOf(node, 'table_name') }
    if (node['type'] === 'SHOW_REF' && name.name === '') continue
    const named = reader.find(name)
    const open = named?.kind === 'safe' || (named?.kind === 'table' && !named.table.protection)
    if (!open) throw new ReleaseRefused('reshape', name.name)
  }
}

function baseFrom(tree: JsonObject, reader: FromReader): From {
  const name = { schema: textOf(tree, 'schema_name'), name: textOf(tree, 'table_name') }
  const named = reader.find(name)
  if (!named) throw new ReleaseRefused('not_run', name.name)
  if (named.kind === 'refused') throw named.refusal
  if (named.kind === 'safe') return { kind: 'safe', tree }
  if (named.kind === 'table' && !named.table.protection) return { kind: 'safe', tree }
  const rows = named.kind === 'rows' ? named.rows : rowsOfTable(named.table)
  return rowsFrom(tree, rows, [name.name, `${name.schema}.${name.name}`])
}

function rowsOfTable(table: KnownTable): Rows {
  const alias = 'r0'
  return {
    from: baseTable(table.schema, table.name, alias),
    bases: [{ alias, table }],
    where: [],
    columns: ownColumns(alias, table),
  }
}

function rowsFrom(tree: JsonObject, rows: Rows, names: readonly string[]): From {
  if (isObject(tree['sample'])) throw new ReleaseRefused('sample')
  if (textsOf(tree, 'column_name_alias').length > 0)
    throw new ReleaseRefused('expression', 'AS t(…)')
  const alias = textOf(tree, 'alias')
  const called = alias === '' ? names : [alias]
  const { from, bases, where, columns } = rows
  const source = { names: called.map(fold), columns }
  return { kind: 'rows', from, bases, where, sources: [source], merged: new Map() }
}

function subqueryFrom(tree: JsonObject, reader: FromReader): From {
  const subquery = tree['subquery']
  const node = isObject(subquery) ? subquery['node'] : undefined
  if (!isObject(subquery) || !isObject(node)) throw new ReleaseRefused('expression')
  const reading = reader.query(node)
  if (reading.kind === 'rows') return rowsFrom(tree, reading.rows, [])
  return { kind: 'safe', tree: { ...tree, subquery: { ...subquery, node: reading.node } } }
}

/** An open table beside protected rows keeps its own name in the engine. */
function joinFrom(tree: JsonObject, reader: FromReader): From {
  const left = readFrom(tree['left'], reader)
  const right = readFrom(tree['right'], reader)
  if (left.kind === 'safe' && right.kind === 'safe') {
    const condition = reader.expressions(tree['condition'] ?? null)
    return { kind: 'safe', tree: { ...tree, left: left.tree, right: right.tree, condition } }
  }
  const one = left.kind === 'rows' ? left : openRows(left.tree, reader)
  const raw = right.kind === 'rows' ? right : openRows(right.tree, reader)
  return joined(tree, one, numbered(raw, one.bases.length))
}

function openRows(tree: Json, reader: FromReader): FromRows {
  const plain = isObject(tree) && tree['type'] === 'BASE_TABLE' ? tree : undefined
  if (!plain) throw new ReleaseRefused('join')
  const name = { schema: textOf(plain, 'schema_name'), name: textOf(plain, 'table_name') }
  const named = reader.find(name)
  if (named?.kind !== 'table') throw new ReleaseRefused('join', name.name)
  const names = [name.name, `${name.schema}.${name.name}`]
  const from = rowsFrom(plain, rowsOfTable(named.table), names)
  if (from.kind === 'safe') throw new ReleaseRefused('join', name.name)
  return from
}

function numbered(from: FromRows, first: number): FromRows {
  const moved = (columns: Rows['columns']) =>
    numberedFrom({ from: from.from, bases: from.bases, where: from.where, columns }, first)
  const { from: tree, bases, where } = moved(new Map())
  const sources = from.sources.map(({ names, columns }) => ({
    names,
    columns: moved(columns).columns,
  }))
  const merged = new Map(
    Array.from(from.merged, ([key, is]) => {
      const one = moved(new Map([[key, { name: key, is }]])).columns.get(key)
      return [key, one?.is ?? is] as const
    }),
  )
  return { kind: 'rows', from: tree, bases, where, sources, merged }
}

function joined(tree: JsonObject, left: FromRows, right: FromRows): FromRows {
  const type = textOf(tree, 'join_type')
  if (type !== 'INNER' && type !== 'LEFT') throw new ReleaseRefused('join', type)
  if (textOf(tree, 'ref_type') !== 'REGULAR')
    throw new ReleaseRefused('join', textOf(tree, 'ref_type'))
  if (type === 'LEFT' && right.where.length > 0) throw new ReleaseRefused('join', type)
  const sources = [...left.sources, ...right.sources]
  const merged = new Map([...left.merged, ...right.merged])
  const conditions = textsOf(tree, 'using_columns').map((name) => {
    const [one, other] = [left, right].map((side) => only(name, side))
    if (one === undefined || other === undefined) throw new ReleaseRefused('column', name)
    merged.set(fold(name), one)
    return equal(one, other)
  })
  const names = { sources, merged, aliases: new Map<string, JsonObject>() }
  const condition = tree['condition']
  if (isObject(condition)) conditions.push(resolve(condition, names) as JsonObject)
  if (conditions.length === 0) throw new ReleaseRefused('join')
  const bases = [...left.bases, ...right.bases]
  samePersons(bases, conditions)
  const from = {
    ...tree,
    left: left.from,
    right: right.from,
    using_columns: [],
    condition: all(conditions),
  }
  return { kind: 'rows', from, bases, where: [...left.where, ...right.where], sources, merged }
}

function only(name: string, { sources, merged }: FromRows): Json | undefined {
  const found = sources.flatMap(({ columns }) => columns.get(fold(name))?.is ?? [])
  return merged.get(fold(name)) ?? (found.length === 1 ? found[0] : undefined)
}

const equal = (left: Json, right: Json): JsonObject => ({
  class: 'COMPARISON',
  type: 'COMPARE_EQUAL',
  alias: '',
  left,
  right,
})

/** Two protected tables may be joined only person to person: then one key still tells them apart. */
function samePersons(bases: readonly Base[], conditions: readonly JsonObject[]): void {
  const [first, ...others] = bases.filter(({ table }) => table.protection)
  if (!first || others.length === 0) return
  const key = (base: Base) => [base.alias, base.table.protection?.contributor ?? '']
  const tied = conditions.flatMap((one) => (one['type'] === 'CONJUNCTION_AND' ? parts(one) : [one]))
  for (const other of others) {
    const wanted = [key(first), key(other)].map(String)
    const found = tied.some((one) => {
      if (!isObject(one) || one['type'] !== 'COMPARE_EQUAL') return false
      const sides = [one['left'], one['right']].map((side) => String(columnNames(side)))
      return sameTree(sides.toSorted(), wanted.toSorted())
    })
    if (!found || wanted.some((one) => one.endsWith(','))) throw new ReleaseRefused('two_datasets')
  }
}

const parts = (conjunction: JsonObject): readonly Json[] =>
  Array.isArray(conjunction['children']) ? (conjunction['children'] as Json[]) : []
