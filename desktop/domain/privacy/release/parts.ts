import { isList, isObject, type Json, type JsonObject, listOf } from '../../notebook/steps/tree.ts'
import { ReleaseRefused } from './refused.ts'

/** The tree without the places of its parts, which say nothing and do not survive JavaScript's numbers. */
export function withoutPlaces(value: Json | undefined): Json {
  if (isList(value)) return value.map(withoutPlaces)
  if (!isObject(value)) return exact(value ?? null)
  const kept = Object.entries(value).filter(([key]) => key !== 'query_location')
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutPlaces(item)]))
}

/** A constant that JavaScript has rounded is no longer the user's. */
function exact(value: Json): Json {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new ReleaseRefused('expression', String(value))
  return value
}

/** Every object of a tree through `change`; what that gives is not looked into again. */
export function changed(value: Json, change: (node: JsonObject) => Json | undefined): Json {
  if (isList(value)) return value.map((item) => changed(item, change))
  if (!isObject(value)) return value
  const other = change(value)
  return other === undefined ? changedInside(value, change) : other
}

/** The same for what stands in an object, not for itself. */
export function changedInside(
  node: JsonObject,
  change: (node: JsonObject) => Json | undefined,
): JsonObject {
  const entries = Object.entries(node).map(([key, item]) => [key, changed(item ?? null, change)])
  return Object.fromEntries(entries) as JsonObject
}

/** Every object of a tree, itself first. */
export function* objectsIn(value: Json | undefined): Generator<JsonObject> {
  if (isList(value)) for (const item of value) yield* objectsIn(item)
  else if (isObject(value)) {
    yield value
    for (const item of Object.values(value)) yield* objectsIn(item)
  }
}

/** An expression that stands for the same whatever it is called. */
export function unnamed(node: JsonObject): JsonObject {
  return { ...node, alias: '' }
}

export const sameTree = (one: Json, other: Json): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export const column = (...names: readonly string[]): JsonObject => ({
  class: 'COLUMN_REF',
  type: 'COLUMN_REF',
  alias: '',
  column_names: names,
})

export const named = (node: Json, alias: string): JsonObject => ({
  ...(isObject(node) ? node : {}),
  alias,
})

export const call = (name: string, ...children: readonly Json[]): JsonObject => ({
  class: 'FUNCTION',
  type: 'FUNCTION',
  alias: '',
  function_name: name,
  schema: '',
  children,
  filter: null,
  order_bys: { type: 'ORDER_MODIFIER', orders: [] },
  distinct: false,
  is_operator: false,
  export_state: false,
  catalog: '',
})

export const text = (value: string): JsonObject => constant('VARCHAR', value)
export const whole = (value: number): JsonObject => constant('INTEGER', value)

const constant = (id: string, value: Json): JsonObject => ({
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  value: { type: { id, type_info: null }, is_null: false, value },
})

export const nullValue: JsonObject = {
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  value: { type: { id: 'NULL', type_info: null }, is_null: true },
}

export const cast = (child: Json, id: string): JsonObject => ({
  class: 'CAST',
  type: 'OPERATOR_CAST',
  alias: '',
  child,
  cast_type: { id, type_info: null },
  try_cast: false,
})

export const isNotNull = (child: Json): JsonObject => ({
  class: 'OPERATOR',
  type: 'OPERATOR_IS_NOT_NULL',
  alias: '',
  children: [child],
})

/** All of them; true where there is none. */
export function all(conditions: readonly Json[]): JsonObject {
  const [first] = conditions
  if (conditions.length === 1 && isObject(first)) return first
  if (conditions.length === 0) return cast(text('t'), 'BOOLEAN')
  return { class: 'CONJUNCTION', type: 'CONJUNCTION_AND', alias: '', children: conditions }
}

export function any(conditions: readonly Json[]): JsonObject {
  const [first] = conditions
  if (conditions.length === 1 && isObject(first)) return first
  return { class: 'CONJUNCTION', type: 'CONJUNCTION_OR', alias: '', children: conditions }
}

export const baseTable = (schema: string, name: string, alias: string): JsonObject => ({
  type: 'BASE_TABLE',
  alias,
  sample: null,
  schema_name: schema,
  table_name: name,
  column_name_alias: [],
  catalog_name: '',
  at_clause: null,
})

/** A plain SELECT of these expressions. */
export const select = (list: readonly Json[], from: Json): JsonObject => ({
  type: 'SELECT_NODE',
  modifiers: [],
  cte_map: { map: [] },
  select_list: list,
  from_table: from,
  where_clause: null,
  group_expressions: [],
  group_sets: [],
  aggregate_handling: 'STANDARD_HANDLING',
  having: null,
  sample: null,
  qualify: null,
})

/** The names of a column reference, the column last; empty for anything else. */
export function columnNames(node: Json | undefined): readonly string[] {
  if (!isObject(node) || node['class'] !== 'COLUMN_REF') return []
  return listOf(node, 'column_names').filter((one) => typeof one === 'string')
}
