import { fold } from '../../notebook/name.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  textOf,
  textsOf,
} from '../../notebook/steps/tree.ts'
import type { Env, Named, Reading, ReadQuery, TablePlan } from './env.ts'
import { readFrom, type From, type FromReader } from './from.ts'
import { changed, changedInside, columnNames, withoutPlaces } from './parts.ts'
import { ReleaseRefused } from './refused.ts'
import { resolve, type Names } from './resolve.ts'
import { columnsOf, readsPerson, type Rows } from './rows.ts'
import { isTable, tableOf } from './table.ts'

/**
 * Reads the tree of a query over what `env` knows: rows of persons, or a query whose parts over
 * protected rows are replaced by tables yet to be made and protected. Whatever is then reckoned from
 * these tells no more than they do. Throws `ReleaseRefused` on all that is not understood.
 */
export function readQuery(tree: Json, env: Env): ReadQuery {
  const clean = withoutPlaces(tree)
  if (!isObject(clean)) throw new ReleaseRefused('expression')
  const plans: TablePlan[] = []
  const reading = new Reader(env, plans, new Map()).query(clean)
  return { reading, plans }
}

type Scope = ReadonlyMap<string, Named>

class Reader implements FromReader {
  readonly env: Env
  readonly #plans: TablePlan[]
  readonly #scope: Scope

  constructor(env: Env, plans: TablePlan[], scope: Scope) {
    this.env = env
    this.#plans = plans
    this.#scope = scope
  }

  find(name: { schema: string; name: string }): Named | undefined {
    const own = name.schema === '' ? this.#scope.get(fold(name.name)) : undefined
    return own ?? this.env.find(name)
  }

  query(node: JsonObject): Reading {
    const { inner, map } = this.#withNames(node)
    switch (node['type']) {
      case 'SELECT_NODE':
        return inner.#select({ ...node, cte_map: { map } })
      case 'SET_OPERATION_NODE':
        return inner.#combined({ ...node, cte_map: { map } })
      case 'RECURSIVE_CTE_NODE':
        return inner.#recursive({ ...node, cte_map: { map } })
      default:
        throw new ReleaseRefused('expression', textOf(node, 'type'))
    }
  }

  expressions(tree: Json): Json {
    return changed(tree, (node) => {
      if (node['class'] !== 'SUBQUERY') return undefined
      const subquery = node['subquery']
      const inside = isObject(subquery) ? subquery['node'] : undefined
      if (!isObject(subquery) || !isObject(inside)) throw new ReleaseRefused('subquery')
      const reading = this.query(inside)
      if (reading.kind === 'rows') throw new ReleaseRefused('subquery')
      const rest = changedInside({ ...node, subquery: null }, (one) =>
        one['class'] === 'SUBQUERY' ? this.expressions(one) : undefined,
      )
      return { ...rest, subquery: { ...subquery, node: reading.node } }
    })
  }

  /** The names of WITH: rows are folded in where they are used, the rest stays. */
  #withNames(node: JsonObject): { inner: Reader; map: readonly Json[] } {
    const ctes = node['cte_map']
    const scope = new Map(this.#scope)
    const map: Json[] = []
    for (const entry of isObject(ctes) ? listOf(ctes, 'map') : []) {
      const value = isObject(entry) ? entry['value'] : undefined
      const query = isObject(value) ? value['query'] : undefined
      const inside = isObject(query) ? query['node'] : undefined
      if (!isObject(entry) || !isObject(value) || !isObject(query) || !isObject(inside))
        throw new ReleaseRefused('expression', 'WITH')
      const reading = new Reader(this.env, this.#plans, scope).query(inside)
      if (reading.kind === 'rows') {
        scope.set(fold(textOf(entry, 'key')), { kind: 'rows', rows: renamed(reading.rows, value) })
      } else {
        scope.set(fold(textOf(entry, 'key')), { kind: 'safe' })
        map.push({ ...entry, value: { ...value, query: { ...query, node: reading.node } } })
      }
    }
    return { inner: new Reader(this.env, this.#plans, scope), map }
  }

  #select(node: JsonObject): Reading {
    const from = readFrom(node['from_table'], this)
    if (from.kind === 'safe') {
      const { cte_map: ctes, from_table: _, ...rest } = node
      const read = this.expressions(rest) as JsonObject
      return { kind: 'safe', node: { ...read, cte_map: ctes ?? null, from_table: from.tree } }
    }
    if (isObject(node['sample'])) throw new ReleaseRefused('sample')
    if (!isTable(node)) return { kind: 'rows', rows: rowsOf(node, from) }
    const names = namesOf(node, from)
    const { where, ...rest } = filtered(node, from, names)
    const rows: Rows = { ...rest, where, columns: new Map() }
    const twin = this.env.twin(this.#plans.length)
    const { plan, outer } = tableOf(node, { rows, names, twin })
    this.#plans.push(plan)
    return { kind: 'safe', node: outer }
  }

  #combined(node: JsonObject): Reading {
    const side = (tree: Json | undefined): Json => {
      if (!isObject(tree)) throw new ReleaseRefused('union')
      const reading = this.query(tree)
      if (reading.kind === 'rows') throw new ReleaseRefused('union')
      return reading.node
    }
    const { cte_map: ctes, left, right, children, ...rest } = node
    const several = Array.isArray(children) ? { children: children.map(side) } : {}
    const two = isObject(left) || isObject(right) ? { left: side(left), right: side(right) } : {}
    const read = this.expressions(rest) as JsonObject
    return { kind: 'safe', node: { ...read, cte_map: ctes ?? null, ...two, ...several } }
  }

  #recursive(node: JsonObject): Reading {
    const scope = new Map(this.#scope).set(fold(textOf(node, 'cte_name')), { kind: 'safe' })
    const reader = new Reader(this.env, this.#plans, scope)
    const before = this.#plans.length
    const sides = [node['left'], node['right']].map((side) =>
      isObject(side) ? reader.query(side) : undefined,
    )
    const plain = sides.every((side) => side?.kind === 'safe')
    if (!plain || this.#plans.length !== before) throw new ReleaseRefused('recursive')
    return { kind: 'safe', node }
  }
}

/** `WITH t(a, b) AS …` */
function renamed(rows: Rows, value: JsonObject): Rows {
  const names = textsOf(value, 'aliases')
  if (names.length === 0) return rows
  const entries = Array.from(rows.columns.values(), (entry, index) => ({
    name: names[index] ?? entry.name,
    is: entry.is,
  }))
  return { ...rows, columns: columnsOf(entries) }
}

type FromRows = Extract<From, { kind: 'rows' }>

function namesOf(node: JsonObject, { sources, merged }: FromRows): Names {
  const aliases = new Map<string, JsonObject>()
  for (const item of listOf(node, 'select_list')) {
    if (!isObject(item)) continue
    const alias = textOf(item, 'alias')
    if (alias !== '') aliases.set(fold(alias), item)
  }
  return { sources, merged, aliases }
}

function filtered(node: JsonObject, from: FromRows, names: Names) {
  const { from: tree, bases, where } = from
  const own = isObject(node['where_clause']) ? [resolve(node['where_clause'], names)] : []
  const together = [...where, ...own]
  if (together.some((one) => readsPerson(one, from))) throw new ReleaseRefused('person')
  return { from: tree, bases, where: together }
}

/** A query that leaves rows rows: filter, new columns, another order. */
function rowsOf(node: JsonObject, from: FromRows): Rows {
  for (const modifier of listOf(node, 'modifiers')) {
    const type = isObject(modifier) ? textOf(modifier, 'type') : ''
    if (type === 'DISTINCT_MODIFIER') throw new ReleaseRefused('distinct')
    if (type !== 'ORDER_MODIFIER') throw new ReleaseRefused('sample', 'LIMIT')
  }
  if (isObject(node['qualify'])) throw new ReleaseRefused('aggregate', 'QUALIFY')
  const names = namesOf(node, from)
  const entries = listOf(node, 'select_list').flatMap((item) => selected(item, from, names))
  const columns = columnsOf(entries)
  if (columns.size !== entries.length) throw new ReleaseRefused('column', repeated(entries))
  return { ...filtered(node, from, names), columns }
}

function repeated(entries: readonly { readonly name: string }[]): string {
  const names = entries.map(({ name }) => fold(name))
  return entries.find(({ name }, index) => names.indexOf(fold(name)) !== index)?.name ?? ''
}

function selected(item: Json, from: FromRows, names: Names) {
  if (!isObject(item)) throw new ReleaseRefused('expression')
  if (item['class'] === 'STAR') return starred(item, from)
  const name = textOf(item, 'alias') || columnNames(item).at(-1) || 'column'
  return [{ name, is: resolve(item, names) }]
}

/** `*` and `t.*`; with what is left out, never with what is put in its place. */
function starred(item: JsonObject, { sources, merged }: FromRows) {
  const plain =
    listOf(item, 'replace_list').length === 0 &&
    listOf(item, 'rename_list').length === 0 &&
    listOf(item, 'qualified_exclude_list').length === 0 &&
    item['columns'] !== true &&
    !isObject(item['expr'])
  if (!plain) throw new ReleaseRefused('star')
  const owner = fold(textOf(item, 'relation_name'))
  const without = new Set(textsOf(item, 'exclude_list').map(fold))
  const seen = new Set<string>()
  return sources
    .filter(({ names }) => owner === '' || names.includes(owner))
    .flatMap(({ columns }) => [...columns])
    .filter(([key]) => {
      const again = owner === '' && merged.has(key) && seen.has(key)
      seen.add(key)
      return !without.has(key) && !again
    })
    .map(([, entry]) => entry)
}
