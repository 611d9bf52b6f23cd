import type { Context } from './context.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from './tree.ts'
import { say, type Words } from './words.ts'

/** The keys of an ORDER BY, each as 「人数从大到小」. */
export function ordersOf(
  node: JsonObject,
  context: Context,
  key: (expression: Json | undefined) => Words = (expression) => context.operand(expression),
): Words[] {
  return listOf(node, 'orders')
    .filter(isObject)
    .map((order) => {
      const down = textOf(order, 'type') === 'DESCENDING'
      const words = say`${key(order['expression'])}${down ? '从大到小' : '从小到大'}`
      const nulls = textOf(order, 'null_order')
      if (nulls === 'NULLS FIRST') return say`${words}（空值在前）`
      return nulls === 'NULLS LAST' ? say`${words}（空值在后）` : words
    })
}
