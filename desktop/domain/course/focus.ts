import {
  columnsIn,
  constantOf,
  isNode,
  listOf,
  nodesOf,
  textAt,
  type Json,
  type TreeNode,
} from './syntax-tree.ts'

/** What hidden data must try out: the columns that a query reads, and the values it asks about. */
export interface Focus {
  readonly reads: (column: string) => boolean
  readonly constants: ReadonlyMap<string, readonly string[]>
}

export function focusOf(tree: Json): Focus {
  const nodes = [...nodesOf(tree)].map(([node]) => node)
  const named = new Set(columnsIn(tree))
  const everything = nodes.some((node) => node['class'] === 'STAR')
  const constants = new Map<string, string[]>()
  for (const node of nodes) {
    const [column, ...others] = bareColumns(node)
    if (column === undefined || others.length > 0) continue
    const values = operandsOf(node).flatMap((operand) => constantOf(operand) ?? [])
    if (node['type'] === 'FUNCTION') values.splice(0, Infinity, ...values.map(withoutWildcards))
    if (values.length > 0) constants.set(column, [...(constants.get(column) ?? []), ...values])
  }
  return { reads: (column) => everything || named.has(column.toLowerCase()), constants }
}

/** Columns compared as they are, not inside a function. */
function bareColumns(node: TreeNode): string[] {
  return operandsOf(node).flatMap((operand) =>
    isNode(operand) && operand['class'] === 'COLUMN_REF' ? columnsIn(operand) : [],
  )
}

const textTests = new Set(['~~', '~~*', 'contains', 'starts_with', 'prefix', 'suffix'])

/** What a comparison, a BETWEEN, an IN or a test of a text holds against each other. */
function operandsOf(node: TreeNode): Json[] {
  const children = listOf(node['children'])
  const sides = ['left', 'right', 'input', 'lower', 'upper'].flatMap((key) => node[key] ?? [])
  switch (node['class']) {
    case 'COMPARISON':
    case 'BETWEEN':
      return sides
    case 'OPERATOR':
      return textAt(node, 'type').endsWith('IN') ? children : []
    case 'FUNCTION':
      return textTests.has(textAt(node, 'function_name')) ? children : []
    default:
      return []
  }
}

const withoutWildcards = (pattern: string): string => pattern.replace(/[%_]/g, '')
