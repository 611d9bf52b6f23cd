import { fold } from '../../notebook/name.ts'
import { isList, type Json, type JsonObject, textOf } from '../../notebook/steps/tree.ts'
import { call, changed, text } from './parts.ts'
import { ReleaseRefused } from './refused.ts'

type Bound = null | boolean | number | string | readonly Bound[]

/**
 * The tree with the parameters' values in their places: what was released is remembered by what it
 * said, and a parameter says something else each time.
 */
export function bound(tree: Json, values: Readonly<Record<string, Bound>>): Json {
  const known = new Map(Object.entries(values).map(([name, value]) => [fold(name), value]))
  return changed(tree, (node) => {
    if (node['class'] !== 'PARAMETER') return undefined
    const name = textOf(node, 'identifier')
    const value = known.get(fold(name))
    if (value === undefined) throw new ReleaseRefused('parameter', name)
    return { ...constant(value), alias: textOf(node, 'alias') }
  })
}

function constant(value: Bound): JsonObject {
  if (isList(value)) return call('list_value', ...value.map(constant))
  if (typeof value === 'string') return text(value)
  const type = typeof value === 'number' ? numberType(value) : 'BOOLEAN'
  return {
    class: 'CONSTANT',
    type: 'VALUE_CONSTANT',
    alias: '',
    value: {
      type: { id: value === null ? 'NULL' : type, type_info: null },
      is_null: value === null,
      ...(value === null ? {} : { value: value as Json }),
    },
  }
}

const numberType = (value: number): string =>
  !Number.isInteger(value) ? 'DOUBLE' : Math.abs(value) < 2 ** 31 ? 'INTEGER' : 'BIGINT'
