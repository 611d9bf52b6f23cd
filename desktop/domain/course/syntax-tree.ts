import * as z from 'zod'

/** DuckDB's serialised syntax tree (`json_serialize_sql`), read and changed as plain JSON. */

export type Json = null | boolean | number | string | Json[] | TreeNode
export interface TreeNode {
  [key: string]: Json
}
export type Path = readonly (string | number)[]

const jsonSchema = z.json()

/**
 * Parses a serialised tree. Locations are left out: nothing here needs them, and the largest
 * (2^64 − 1, "nowhere") would come back from JavaScript's numbers as one that DuckDB refuses.
 */
export function parseTree(text: string): Json | undefined {
  const parsed: unknown = JSON.parse(text, (key, value: unknown) =>
    key === 'query_location' ? undefined : value,
  )
  const json = jsonSchema.parse(parsed)
  return listOf(isNode(json) ? json['statements'] : []).length === 1 ? json : undefined
}

export function isNode(json: Json | undefined): json is TreeNode {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** The text under a key, empty where there is none. */
export function textAt(json: Json | undefined, key: string): string {
  const text = isNode(json) ? json[key] : undefined
  return typeof text === 'string' ? text : ''
}

/** The items of a list, none where there is no list. */
export function listOf(json: Json | undefined): Json[] {
  return Array.isArray(json) ? json : []
}

/** Every object in the tree with its path, parents first. */
export function* nodesOf(json: Json, path: Path = []): Generator<readonly [TreeNode, Path]> {
  if (isNode(json)) yield [json, path]
  if (typeof json !== 'object' || json === null) return
  for (const [key, child] of Object.entries(json)) {
    yield* nodesOf(child, [...path, Array.isArray(json) ? Number(key) : key])
  }
}

/** The tree with another value at the path; the given one stays as it is. */
export function replaceAt(json: Json, path: Path, value: Json): Json {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(json)) {
    return json.map((item, index) => (index === key ? replaceAt(item, rest, value) : item))
  }
  if (!isNode(json)) return json
  return { ...json, [key]: replaceAt(json[key] ?? null, rest, value) }
}

/** The columns named below a node, without their tables, each once. */
export function columnsIn(json: Json): string[] {
  const names = [...nodesOf(json)].flatMap(([node]) => {
    const last = listOf(node['column_names']).at(-1)
    return node['class'] === 'COLUMN_REF' && typeof last === 'string' ? [last.toLowerCase()] : []
  })
  return [...new Set(names)]
}

/** The parts of a condition that must all hold. */
export function conjunctsOf(condition: Json | undefined): Json[] {
  if (!isNode(condition)) return []
  if (condition['type'] !== 'CONJUNCTION_AND') return [condition]
  return listOf(condition['children']).flatMap(conjunctsOf)
}

/** The text of a constant, also inside a cast such as `DATE '2025-01-01'`. */
export function constantOf(json: Json | undefined): string | undefined {
  if (!isNode(json)) return undefined
  if (json['class'] === 'CAST') return constantOf(json['child'])
  const value = json['class'] === 'CONSTANT' ? json['value'] : undefined
  if (!isNode(value)) return undefined
  const content = value['value']
  if (typeof content === 'string') return content
  if (typeof content !== 'number') return undefined
  const type = isNode(value['type']) ? value['type']['type_info'] : undefined
  const scale = isNode(type) && typeof type['scale'] === 'number' ? type['scale'] : 0
  return String(content / 10 ** scale)
}
