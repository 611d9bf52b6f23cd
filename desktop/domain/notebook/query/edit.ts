import { isMap, isSeq, parseDocument } from 'yaml'
import type { Group, Query } from './query.ts'

/** Parts of a query that choices change; what is left out stays as it is written. */
export type QueryChange = { readonly [K in keyof Query]?: Query[K] | undefined }

/** The query's YAML with these parts anew; comments and the parts not named stay. */
export function withQueryChange(body: string, change: QueryChange): string {
  const document = parseDocument(body, { stringKeys: true })
  if (document.errors.length > 0 || !isMap(document.contents)) return body
  for (const [key, value] of Object.entries(change)) {
    const plain = written(key, value)
    if (plain === undefined) {
      document.delete(key)
      continue
    }
    const node: unknown = document.createNode(plain)
    if (isSeq(node)) {
      for (const item of node.items) if (isMap(item)) item.flow = key !== 'join'
      node.flow = node.items.every((item) => !isMap(item))
    }
    document.set(key, node)
  }
  return document.toString({ lineWidth: 0 }).trimEnd()
}

/** A whole query in YAML. */
export function writeBody(query: Query): string {
  return withQueryChange(`from: ${query.from}`, query)
}

/** As an author would write it; nothing where that goes without saying. */
function written(key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value
  if (value.length === 0) return undefined
  if (key === 'group') return (value as Group[]).map(writtenGroup)
  return value.map((part: unknown) =>
    typeof part === 'object' && part !== null ? known(part) : part,
  )
}

function writtenGroup(group: Group): unknown {
  return 'by' in group || 'width' in group ? known(group) : group.column
}

/** What is not so unless it is said; `empty: false` and `is: false` of a condition do say something. */
const usuallyNot = ['only', 'lowest']

/** Without what is not set, and without empty lists. */
function known(part: object): object {
  return Object.fromEntries(
    Object.entries(part).filter(([key, value]) => {
      if (Array.isArray(value)) return value.length > 0
      return value !== undefined && !(value === false && usuallyNot.includes(key))
    }),
  )
}
