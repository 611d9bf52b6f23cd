import type { Pivot } from '../../../../domain/notebook/pivot/pivot.ts'
import { groupName } from '../../../../domain/notebook/query/write-measure.ts'
import { t } from './messages.ts'

type SideName = 'rows' | 'columns'

/** Ways in which a side can be ordered; `>` and `<` stand before a measure. */
export function ordersOf({ values }: Pivot): { value: string; label: string }[] {
  return [
    { value: 'up', label: t.byName },
    { value: 'down', label: t.byNameDown },
    ...values.flatMap(({ as }) => [
      { value: `>${as}`, label: t.byMost(as) },
      { value: `<${as}`, label: t.byLeast(as) },
    ]),
  ]
}

/** How the side is ordered now. */
export function orderOf(pivot: Pivot, side: SideName): string {
  const order = pivot.sort[side]
  const measure = pivot.values.find(({ as }) => order.includes(as) || order.includes(`-${as}`))
  if (measure) return order.includes(`-${measure.as}`) ? `>${measure.as}` : `<${measure.as}`
  return pivot[side].some((group) => order.includes(`-${groupName(group)}`)) ? 'down' : 'up'
}

/** What the pivot says for such an order. */
export function sortOf(pivot: Pivot, side: SideName, order: string): string[] {
  if (order.startsWith('>')) return [`-${order.slice(1)}`]
  if (order.startsWith('<')) return [order.slice(1)]
  return order === 'down' ? pivot[side].map((group) => `-${groupName(group)}`) : []
}
