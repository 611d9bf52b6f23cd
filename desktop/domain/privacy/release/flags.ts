import { isObject, type Json, type JsonObject, listOf, textOf } from '../../notebook/steps/tree.ts'
import { twinColumns } from './env.ts'
import { any, cast, column, columnNames, named, objectsIn, text } from './parts.ts'

/** What the columns that tell of held-back values are called; they stand last. */
export const flagName = (index: number) => `held_back_${index}`

const measure = /^b(\d+)$/

/**
 * The query with a column more for each of its own that tells whether the value was held back. Only
 * where it reads a released table itself; further reckoning leaves them out.
 */
export function flagged(node: JsonObject): { node: JsonObject; flags: number } {
  const from = node['from_table']
  const twin = isObject(from) && /^release_/.test(textOf(from, 'schema_name'))
  const modifiers = listOf(node, 'modifiers').filter(isObject)
  const plain = !modifiers.some((one) => one['type'] === 'DISTINCT_MODIFIER' || orderedByAll(one))
  if (node['type'] !== 'SELECT_NODE' || !twin || !plain) return { node, flags: 0 }
  const list = listOf(node, 'select_list')
  const flags = list.map((item, index) => named(heldOf(item), flagName(index)))
  return { node: { ...node, select_list: [...list, ...flags] }, flags: list.length }
}

const orderedByAll = (modifier: JsonObject): boolean =>
  [...objectsIn(modifier)].some((one) => one['class'] === 'STAR')

function heldOf(item: Json): JsonObject {
  const names = [...objectsIn(item)].flatMap((one) => columnNames(one))
  const read = new Set(names.flatMap((name) => measure.exec(name)?.[1] ?? []))
  const held = [...read].map((index) => column(twinColumns.held(Number(index))))
  return held.length === 0 ? cast(text('f'), 'BOOLEAN') : any(held)
}
