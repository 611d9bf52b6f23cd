import type { TableName } from '../../catalogue/sql-name.ts'
import { fold } from '../../notebook/name.ts'
import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  textOf,
} from '../../notebook/steps/tree.ts'
import { twinColumns, type BaseMeasure, type TablePlan } from './env.ts'
import { isAggregateCall, measured } from './measures.ts'
import {
  baseTable,
  call,
  changedInside,
  column,
  columnNames,
  named,
  objectsIn,
  sameTree,
  unnamed,
  whole,
} from './parts.ts'
import { ReleaseRefused } from './refused.ts'
import { resolve, type Names } from './resolve.ts'
import { readsPerson, type Rows } from './rows.ts'

/** Whether a query makes groups of its rows. */
export function isTable(node: JsonObject): boolean {
  if (node['aggregate_handling'] === 'FORCE_AGGREGATES') return true
  if (listOf(node, 'group_expressions').length > 0 || listOf(node, 'group_sets').length > 0)
    return true
  if (isObject(node['having'])) return true
  return [...objectsIn(node['select_list'])].some(isAggregateCall)
}

interface Material {
  readonly rows: Rows
  readonly names: Names
  /** Where the released cells will be. */
  readonly twin: TableName
}

/**
 * A query that groups protected rows, taken apart: the keys, counts and sums that the host makes and
 * protects, and the same query over the table of these. HAVING, ORDER, LIMIT, shares and ranks are
 * reckoned from what is published and so tell nothing more.
 */
export function tableOf(
  node: JsonObject,
  material: Material,
): { plan: TablePlan; outer: JsonObject } {
  const { rows, names, twin } = material
  const keys = keysOf(node, names)
  for (const key of keys) if (readsPerson(key, rows)) throw new ReleaseRefused('person')
  // whoever is behind a group is counted even where the query does not: its name alone tells of them
  const measures: BaseMeasure[] = [{ kind: 'count', only: [], of: null }]
  const rewriting = { rows, names, keys, measures }
  const list = listOf(node, 'select_list').map((item) => renamedItem(item, rewriting))
  const outer = {
    ...node,
    cte_map: { map: [] },
    select_list: list,
    from_table: baseTable(twin.schema, twin.name, ''),
    where_clause: maybe(node['having'], rewriting),
    qualify: maybe(node['qualify'], rewriting),
    modifiers: listOf(node, 'modifiers').map((one) => modifier(one, rewriting, list)),
    group_expressions: [],
    group_sets: [],
    aggregate_handling: 'STANDARD_HANDLING',
    having: null,
  }
  return { plan: { rows, keys, sets: setsOf(node, keys.length), measures }, outer }
}

interface Rewriting {
  readonly rows: Rows
  readonly names: Names
  readonly keys: readonly Json[]
  readonly measures: BaseMeasure[]
}

function keysOf(node: JsonObject, names: Names): Json[] {
  const items = listOf(node, 'select_list').filter(isObject)
  if (node['aggregate_handling'] === 'FORCE_AGGREGATES') {
    const plain = items.filter((item) => ![...objectsIn(item)].some(isAggregateCall))
    return plain.map((item) => resolve(item, names))
  }
  return listOf(node, 'group_expressions').map((expression) => {
    const place = placeOf(expression)
    const item = place === undefined ? expression : items[place - 1]
    if (item === undefined) throw new ReleaseRefused('column', String(place))
    return resolve(item, names)
  })
}

/** A whole number stands for the column of SELECT at that place. */
function placeOf(node: Json): number | undefined {
  if (!isObject(node) || node['class'] !== 'CONSTANT') return undefined
  const value = node['value']
  const number = isObject(value) ? value['value'] : undefined
  return typeof number === 'number' ? number : undefined
}

function setsOf(node: JsonObject, keys: number): number[][] {
  const sets = listOf(node, 'group_sets').filter(isList)
  if (sets.length === 0) return [Array.from({ length: keys }, (_, index) => index)]
  return sets.map((set) => set.filter((one) => typeof one === 'number'))
}

function renamedItem(item: Json, rewriting: Rewriting): JsonObject {
  if (!isObject(item)) throw new ReleaseRefused('expression')
  if (item['class'] === 'STAR') throw new ReleaseRefused('star')
  const alias = textOf(item, 'alias') || (columnNames(item).at(-1) ?? '')
  return named(rewritten(item, rewriting), alias)
}

const maybe = (tree: Json | undefined, rewriting: Rewriting): Json =>
  isObject(tree) ? rewritten(tree, rewriting) : null

/** An expression over groups in terms of the released table. */
function rewritten(node: JsonObject, rewriting: Rewriting): JsonObject {
  const kind = node['class']
  if (kind === 'CONSTANT') return node
  if (kind === 'SUBQUERY') throw new ReleaseRefused('subquery')
  if (kind === 'PARAMETER') throw new ReleaseRefused('parameter', textOf(node, 'identifier'))
  if (kind === 'STAR') throw new ReleaseRefused('star')
  if (node['type'] === 'GROUPING_FUNCTION') return grouping(node, rewriting)
  if (isAggregateCall(node)) return aggregate(node, rewriting)
  if (typeof kind === 'string' && kind !== 'WINDOW') {
    const key = keyOf(node, rewriting)
    if (key !== undefined) return column(twinColumns.key(key))
  }
  if (kind === 'COLUMN_REF') return aliased(node, rewriting)
  return changedInside(node, (inner) => rewritten(inner, rewriting))
}

function keyOf(node: JsonObject, { keys, names }: Rewriting): number | undefined {
  try {
    const found = resolve(unnamed(node), names)
    const index = keys.findIndex((key) => sameTree(key, found))
    return index < 0 ? undefined : index
  } catch (error) {
    if (error instanceof ReleaseRefused) return undefined // not an expression over rows alone
    throw error
  }
}

/** A name that is no column of the rows is one of SELECT's own. */
function aliased(node: JsonObject, rewriting: Rewriting): JsonObject {
  const parts = columnNames(node)
  const name = fold(parts.at(-1) ?? '')
  const isColumn = rewriting.names.sources.some(({ columns }) => columns.has(name))
  const item = parts.length === 1 && !isColumn ? rewriting.names.aliases.get(name) : undefined
  if (!item) throw new ReleaseRefused('column', parts.join('.'))
  const { aliases } = rewriting.names
  const without = new Map([...aliases].filter(([key]) => key !== name))
  return rewritten(unnamed(item), { ...rewriting, names: { ...rewriting.names, aliases: without } })
}

function aggregate(node: JsonObject, { rows, names, measures }: Rewriting): JsonObject {
  const value = (measure: BaseMeasure): JsonObject => {
    const found = measures.findIndex((one) =>
      sameTree(one as unknown as Json, measure as unknown as Json),
    )
    if (found < 0) measures.push(measure)
    return column(twinColumns.measure(found < 0 ? measures.length - 1 : found))
  }
  const tree = measured(node, { rows, names, value })
  if (!isObject(tree)) throw new ReleaseRefused('expression')
  return tree
}

/** `grouping(a, b)`: a bit for each, the last the lowest. */
function grouping(node: JsonObject, rewriting: Rewriting): JsonObject {
  const bits = listOf(node, 'children').map((child) => {
    const key = isObject(child) ? keyOf(child, rewriting) : undefined
    if (key === undefined) throw new ReleaseRefused('expression', 'grouping')
    return column(twinColumns.total(key))
  })
  const sum = bits.reduce<JsonObject>(
    (before, bit) => operator('+', operator('*', before, whole(2)), bit),
    whole(0),
  )
  return sum
}

const operator = (name: string, one: Json, other: Json): JsonObject => ({
  ...call(name, one, other),
  is_operator: true,
})

function modifier(tree: Json, rewriting: Rewriting, list: readonly JsonObject[]): Json {
  if (!isObject(tree)) throw new ReleaseRefused('expression')
  const type = textOf(tree, 'type')
  if (type === 'LIMIT_MODIFIER' || type === 'LIMIT_PERCENT_MODIFIER') {
    if ([...objectsIn(tree)].some((one) => one['class'] === 'SUBQUERY'))
      throw new ReleaseRefused('subquery')
    return tree
  }
  if (type === 'DISTINCT_MODIFIER') {
    const targets = listOf(tree, 'distinct_on_targets')
    return { ...tree, distinct_on_targets: targets.map((one) => order(one, rewriting, list)) }
  }
  if (type !== 'ORDER_MODIFIER') throw new ReleaseRefused('expression', type)
  const orders = listOf(tree, 'orders').filter(isObject)
  return {
    ...tree,
    orders: orders.map((one) => ({
      ...one,
      expression: order(one['expression'] ?? null, rewriting, list),
    })),
  }
}

/** A column of SELECT by its name goes before one of the rows, as in SQL. */
function order(tree: Json, rewriting: Rewriting, list: readonly JsonObject[]): Json {
  if (!isObject(tree)) throw new ReleaseRefused('expression')
  const parts = columnNames(tree)
  const place = list.findIndex((item) => fold(textOf(item, 'alias')) === fold(parts[0] ?? ''))
  if (parts.length === 1 && place >= 0) return whole(place + 1)
  if (tree['class'] === 'STAR') return tree // ORDER BY ALL
  return rewritten(tree, rewriting)
}
