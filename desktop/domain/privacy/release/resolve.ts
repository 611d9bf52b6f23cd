import { fold } from '../../notebook/name.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from '../../notebook/steps/tree.ts'
import { rowClasses, rowFunctions } from './functions.ts'
import { changedInside, columnNames, unnamed } from './parts.ts'
import { ReleaseRefused } from './refused.ts'
import type { Rows } from './rows.ts'

/** One name in FROM and the columns behind it. */
export interface Source {
  /** Folded; with the schema where it was written so. */
  readonly names: readonly string[]
  readonly columns: Rows['columns']
}

/** Where the names of a query's expressions are looked up. */
export interface Names {
  readonly sources: readonly Source[]
  /** Columns that USING made one of. */
  readonly merged: ReadonlyMap<string, Json>
  /** What SELECT calls its columns; they come after those of FROM. */
  readonly aliases: ReadonlyMap<string, JsonObject>
}

/** An expression over rows in terms of the tables they come from. Throws where it is not understood. */
export function resolve(expression: Json, names: Names, within: readonly string[] = []): Json {
  if (!isObject(expression)) throw new ReleaseRefused('expression')
  return resolved(expression, names, within)
}

function resolved(node: JsonObject, names: Names, within: readonly string[]): Json {
  const kind = node['class']
  if (kind === 'COLUMN_REF') return columnOf(node, names, within)
  if (kind === 'CONSTANT') return unnamed(node)
  if (typeof kind === 'string') checkKind(node, kind)
  const plain = typeof kind === 'string' ? unnamed(node) : node
  return changedInside(plain, (inner) => resolved(inner, names, within))
}

function checkKind(node: JsonObject, kind: string): void {
  if (kind === 'SUBQUERY') throw new ReleaseRefused('subquery')
  if (kind === 'WINDOW')
    throw new ReleaseRefused('aggregate', `${textOf(node, 'function_name')}() OVER`)
  if (kind === 'PARAMETER') throw new ReleaseRefused('parameter', textOf(node, 'identifier'))
  if (kind === 'STAR') throw new ReleaseRefused('star')
  if (!rowClasses.has(kind)) throw new ReleaseRefused('expression', kind)
  if (kind === 'FUNCTION') checkFunction(node)
}

function checkFunction(node: JsonObject): void {
  const name = textOf(node, 'function_name')
  const plain =
    textOf(node, 'schema') === '' &&
    node['distinct'] !== true &&
    !isObject(node['filter']) &&
    !(isObject(node['order_bys']) && listOf(node['order_bys'], 'orders').length > 0)
  if (!rowFunctions.has(fold(name)) || !plain) throw new ReleaseRefused('aggregate', name)
}

function columnOf(node: JsonObject, names: Names, within: readonly string[]): Json {
  const parts = columnNames(node)
  const name = parts.at(-1) ?? ''
  const key = fold(name)
  const owner = fold(parts.slice(0, -1).join('.'))
  if (owner === '') {
    const merged = names.merged.get(key)
    if (merged !== undefined) return merged
  }
  const found = names.sources
    .filter((source) => owner === '' || source.names.includes(owner))
    .flatMap(({ columns }) => columns.get(key)?.is ?? [])
  const [first, second] = found
  if (first !== undefined && second === undefined) return first
  const alias = owner === '' && first === undefined ? names.aliases.get(key) : undefined
  if (!alias || within.includes(key)) throw new ReleaseRefused('column', parts.join('.'))
  return resolve(alias, names, [...within, key])
}
