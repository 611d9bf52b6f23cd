import type { Edit } from './slip.ts'
import { columnsIn, isNode, listOf, type Json, type TreeNode } from './syntax-tree.ts'

/**
 * Leaves out each grouping column in turn. What the select list says of it becomes its smallest
 * value, as a query must do that still wants to show it.
 */
export function groupEdits(select: TreeNode): Edit[] {
  const groups = listOf(select['group_expressions'])
  const sets = listOf(select['group_sets'])
  if (sets.length !== 1) return []
  return groups.flatMap((group): Edit[] => {
    const column = columnsIn(group)[0]
    if (!isNode(group) || group['class'] !== 'COLUMN_REF' || column === undefined) return []
    const rest = groups.filter((other) => other !== group)
    const list = listOf(select['select_list']).map((item) =>
      isNode(item) && item['class'] === 'COLUMN_REF' && columnsIn(item)[0] === column
        ? smallest(item, column)
        : item,
    )
    const changed = {
      ...select,
      select_list: list,
      group_expressions: rest,
      group_sets: rest.length > 0 ? [rest.map((_, index) => index)] : [],
    }
    return [{ slip: 'grouping', about: column, node: changed }]
  })
}

function smallest(item: TreeNode, column: string): Json {
  return {
    class: 'FUNCTION',
    type: 'FUNCTION',
    alias: item['alias'] === '' ? column : (item['alias'] ?? column),
    function_name: 'min',
    schema: '',
    children: [{ ...item, alias: '' }],
    filter: null,
    order_bys: { type: 'ORDER_MODIFIER', orders: [] },
    distinct: false,
    is_operator: false,
    export_state: false,
    catalog: '',
  }
}
