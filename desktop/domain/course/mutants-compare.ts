import type { Edit } from './slip.ts'
import { columnsIn, listOf, textAt, type TreeNode } from './syntax-tree.ts'

/** A comparison and the one that differs from it at the boundary alone. */
const boundary: Readonly<Record<string, string>> = {
  COMPARE_GREATERTHAN: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHAN: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_LESSTHAN',
}

/** A test and the one that means the contrary or the other direction. */
const reversed: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: 'COMPARE_NOTEQUAL',
  COMPARE_NOTEQUAL: 'COMPARE_EQUAL',
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHAN',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_IN: 'COMPARE_NOT_IN',
  COMPARE_NOT_IN: 'COMPARE_IN',
  OPERATOR_IS_NULL: 'OPERATOR_IS_NOT_NULL',
  OPERATOR_IS_NOT_NULL: 'OPERATOR_IS_NULL',
}

const logic: Readonly<Record<string, string>> = {
  CONJUNCTION_AND: 'CONJUNCTION_OR',
  CONJUNCTION_OR: 'CONJUNCTION_AND',
}

const aggregates: Readonly<Record<string, string>> = {
  sum: 'avg',
  avg: 'sum',
  min: 'max',
  max: 'min',
}

/** Slips inside an expression: its comparison, its logic, its function, its list of values. */
export function comparisonEdits(node: TreeNode): Edit[] {
  const about = columnsIn(node)[0] ?? ''
  const type = textAt(node, 'type')
  const edits: Edit[] = []
  const add = (slip: Edit['slip'], table: Readonly<Record<string, string>>) => {
    const value = table[type]
    if (value !== undefined) edits.push({ slip, about, node: { ...node, type: value } })
  }
  add('boundary', boundary)
  add('reversed', reversed)
  add('logic', logic)
  return [...edits, ...branchEdits(node, about), ...functionEdits(node, about)]
}

/** Leaves out one of several values or alternatives. */
function branchEdits(node: TreeNode, about: string): Edit[] {
  const children = listOf(node['children'])
  const from = node['type'] === 'COMPARE_IN' ? 1 : node['type'] === 'CONJUNCTION_OR' ? 0 : Infinity
  if (children.length - from < 2) return []
  return children.slice(from).map((child) => {
    const rest = children.filter((other) => other !== child)
    return { slip: 'missing-branch', about, node: { ...node, children: rest } }
  })
}

function functionEdits(node: TreeNode, about: string): Edit[] {
  if (node['class'] !== 'FUNCTION') return []
  const name = textAt(node, 'function_name')
  const other = aggregates[name]
  if (other) return [{ slip: 'aggregate', about: name, node: { ...node, function_name: other } }]
  if (name === 'count' && node['distinct'] === true) {
    return [{ slip: 'distinct', about, node: { ...node, distinct: false } }]
  }
  if (name === 'count') {
    const all = { ...node, function_name: 'count_star', children: [] }
    return [{ slip: 'aggregate', about: name, node: all }]
  }
  return name === '~~' ? [{ slip: 'reversed', about, node: { ...node, function_name: '!~~' } }] : []
}
