import type { ZhizhiError } from '../../contract/errors.ts'
import { fold } from '../names.ts'
import { expressionClasses, otherNodes, queryNodes, tableNodes } from './nodes.ts'
import { refused, tooDeep } from './refusal.ts'
import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  locationOf,
  textOf,
} from '../../domain/notebook/steps/tree.ts'

/** A name in the query; `location` in bytes, where the parser told it. */
export interface Found {
  readonly name: string
  readonly schema: string
  readonly catalog: string
  readonly location: number | undefined
}

/** All that a query names, and that has to be looked at before it may run. */
export interface Contents {
  /** Base tables that are no CTE in their scope. */
  readonly tables: Found[]
  readonly functions: Found[]
  readonly tableFunctions: Found[]
  /** Forms of SHOW; DESCRIBE and SUMMARIZE of a query are only that query here. */
  readonly shows: Found[]
}

type Scope = ReadonlySet<string>
interface Step {
  readonly value: Json | undefined
  readonly scope: Scope
  readonly depth: number
}

/** Levels of the JSON, not of the SQL: two or three for each nested expression. */
const MAX_DEPTH = 1000
const MAX_NODES = 1_000_000

class Walk {
  readonly contents: Contents = { tables: [], functions: [], tableFunctions: [], shows: [] }
  readonly #steps: Step[] = []
  #nodes = 0

  run(root: Json): Contents {
    this.#steps.push({ value: root, scope: new Set(), depth: 0 })
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) this.#visit(step)
    return this.contents
  }

  #visit({ value, scope, depth }: Step): void {
    this.#nodes += 1
    if (depth > MAX_DEPTH || this.#nodes > MAX_NODES) {
      throw refused(tooDeep)
    }
    if (isList(value)) this.#push(value, scope, depth)
    else if (isObject(value)) this.#object(value, scope, depth)
  }

  #push(values: Iterable<Json | undefined>, scope: Scope, depth: number): void {
    for (const value of values) {
      if (typeof value === 'object') this.#steps.push({ value, scope, depth: depth + 1 })
    }
  }

  #object(node: JsonObject, scope: Scope, depth: number): void {
    const { class: kind, type } = node
    if (typeof kind === 'string') this.#expression(node, kind)
    else if (typeof type === 'string') {
      if (queryNodes.has(type)) {
        this.#query(node, type, scope, depth)
        return
      }
      this.#table(node, type, scope)
    }
    // a constant holds data, not code
    if (kind === 'CONSTANT') return
    this.#push(Object.values(node), scope, depth)
  }

  #expression(node: JsonObject, kind: string): void {
    if (!expressionClasses.has(kind)) throw unknownNode(kind)
    if (kind === 'FUNCTION' || kind === 'WINDOW') {
      this.contents.functions.push(found(node, textOf(node, 'function_name'), 'schema', 'catalog'))
    }
  }

  #table(node: JsonObject, type: string, scope: Scope): void {
    if (type === 'BASE_TABLE') {
      const table = found(node, textOf(node, 'table_name'), 'schema_name', 'catalog_name')
      if (!isCte(table, scope)) this.contents.tables.push(table)
    } else if (type === 'TABLE_FUNCTION') {
      const call = node['function']
      const name = isObject(call) ? textOf(call, 'function_name') : ''
      this.contents.tableFunctions.push(found(node, name, 'schema', 'catalog'))
    } else if (type === 'SHOW_REF') {
      const described = ['DESCRIBE', 'SUMMARY'].includes(textOf(node, 'show_type'))
      if (!described || !isObject(node['query'])) {
        this.contents.shows.push(found(node, textOf(node, 'table_name'), 'schema_name', ''))
      }
    } else if (!tableNodes.has(type) && !otherNodes.has(type)) {
      throw unknownNode(type)
    }
  }

  /**
   * Names that WITH adds are seen by the query and by the later names, not by their own body: there
   * the name means what it meant outside. Only the right side of a recursive one sees itself.
   */
  #query(node: JsonObject, type: string, scope: Scope, depth: number): void {
    const { cte_map: ctes, left, right, ...rest } = node
    let inner = scope
    for (const entry of isObject(ctes) ? listOf(ctes, 'map') : []) {
      if (!isObject(entry)) continue
      this.#push([entry['value']], inner, depth)
      inner = new Set([...inner, fold(textOf(entry, 'key'))])
    }
    const own = type === 'RECURSIVE_CTE_NODE' ? fold(textOf(node, 'cte_name')) : undefined
    this.#push([left], inner, depth)
    this.#push([right], own === undefined ? inner : new Set([...inner, own]), depth)
    this.#push(Object.values(rest), inner, depth)
  }
}

function found(node: JsonObject, name: string, schema: string, catalog: string): Found {
  return {
    name,
    schema: textOf(node, schema),
    catalog: textOf(node, catalog),
    location: locationOf(node),
  }
}

/** `recurring.name` is how a recursive query reads all its rows so far. */
function isCte({ name, schema, catalog }: Found, scope: Scope): boolean {
  return catalog === '' && (schema === '' || fold(schema) === 'recurring') && scope.has(fold(name))
}

function unknownNode(name: string): ZhizhiError {
  return refused({
    what: `含有 ${name} 的查询`,
    instead: '换一种写法；这种语法还没有经过审查。',
  })
}

/** Walks the tree of one query. Throws `sql_refused` on anything that is not listed in `nodes.ts`. */
export function walk(tree: Json): Contents {
  return new Walk().run(tree)
}
