import { comparisonEdits } from './mutants-compare.ts'
import { groupEdits } from './mutants-group.ts'
import type { Edit, NamedSlip } from './slip.ts'
import {
  columnsIn,
  conjunctsOf,
  isNode,
  listOf,
  nodesOf,
  replaceAt,
  type Json,
  type Path,
  type TreeNode,
} from './syntax-tree.ts'

/** The reference with one slip in it. */
export interface Mutant extends NamedSlip {
  readonly tree: Json
}

/** Every slip that the reference leaves room for, one at a time. */
export function mutantsOf(tree: Json, sorted: boolean): Mutant[] {
  return [...nodesOf(tree)].flatMap(([node, path]) =>
    editsOf(node, path, sorted).map((edit) => ({
      slip: edit.slip,
      about: edit.about,
      tree: replaceAt(tree, path, edit.node),
    })),
  )
}

function editsOf(node: TreeNode, path: Path, sorted: boolean): Edit[] {
  if (node['type'] === 'SELECT_NODE') {
    return [
      ...conditionEdits(node, 'where_clause'),
      ...conditionEdits(node, 'having'),
      ...groupEdits(node),
      ...modifierEdits(node, sorted),
    ]
  }
  if (node['type'] === 'SET_OPERATION_NODE') return modifierEdits(node, sorted)
  if (node['type'] === 'JOIN') return joinEdits(node)
  // A turned join condition would multiply tables, and sort keys have their own slips.
  const elsewhere = path.includes('modifiers') || path.includes('condition')
  return elsewhere ? [] : comparisonEdits(node)
}

/** Leaves out each condition in turn. */
function conditionEdits(select: TreeNode, key: 'where_clause' | 'having'): Edit[] {
  const parts = conjunctsOf(select[key])
  return parts.map((part) => {
    const rest = parts.filter((other) => other !== part)
    const [only] = rest
    const value = rest.length > 1 ? conjunction(rest) : (only ?? null)
    const node = { ...select, [key]: value }
    return { slip: 'missing-condition', about: columnsIn(part)[0] ?? '', node }
  })
}

function conjunction(children: Json[]): TreeNode {
  return { class: 'CONJUNCTION', type: 'CONJUNCTION_AND', alias: '', children }
}

function modifierEdits(node: TreeNode, sorted: boolean): Edit[] {
  const modifiers = listOf(node['modifiers'])
  return modifiers.flatMap((modifier, index): Edit[] => {
    if (!isNode(modifier)) return []
    const without = { ...node, modifiers: modifiers.toSpliced(index, 1) }
    switch (modifier['type']) {
      case 'LIMIT_MODIFIER':
        return [{ slip: 'missing-limit', about: '', node: without }]
      case 'DISTINCT_MODIFIER':
        return [{ slip: 'distinct', about: '', node: without }]
      case 'ORDER_MODIFIER': {
        if (!sorted && modifiers.length === 1) return []
        const edits = sortEdits(modifier).map((edit) => {
          const changed = modifiers.toSpliced(index, 1, edit.node)
          return { ...edit, node: { ...node, modifiers: changed } }
        })
        return [{ slip: 'missing-sort', about: '', node: without }, ...edits]
      }
      default:
        return []
    }
  })
}

/** Turns each sort key, and leaves out each but the first together with those after it. */
function sortEdits(modifier: TreeNode): Edit[] {
  const orders = listOf(modifier['orders'])
  return orders.flatMap((order, index): Edit[] => {
    if (!isNode(order)) return []
    const type = order['type'] === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING'
    const about = columnsIn(order)[0] ?? ''
    const turned = { ...modifier, orders: orders.toSpliced(index, 1, { ...order, type }) }
    const turn: Edit = { slip: 'sort-direction', about, node: turned }
    if (index === 0) return [turn]
    const shortened = { ...modifier, orders: orders.slice(0, index) }
    return [turn, { slip: 'missing-sort', about, node: shortened }]
  })
}

function joinEdits(join: TreeNode): Edit[] {
  const other = join['join_type'] === 'INNER' ? 'LEFT' : 'INNER'
  const changeable = join['join_type'] === 'INNER' || join['join_type'] === 'LEFT'
  if (!changeable || join['ref_type'] !== 'REGULAR') return []
  return [{ slip: 'join', about: '', node: { ...join, join_type: other } }]
}
