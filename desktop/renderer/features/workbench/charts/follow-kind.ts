import type { KindRows } from '../../../../domain/notebook/chart-kinds/kind-rows.ts'
import type { Chart } from '../../../../domain/notebook/chart.ts'
import type { ChartRoom } from './room.ts'

/**
 * Tells a ready-made kind's groups and the width to lay them out in: at first, whenever something is
 * brushed elsewhere (one question at a time, the last one always), and when the node's width changes.
 */
export function followKind(
  room: ChartRoom,
  chart: Chart,
  node: HTMLElement,
  narrowest: number,
  tell: (rows: KindRows, width: number) => void,
  fail: (error: unknown) => void,
): () => void {
  let over = false
  let rows: KindRows | undefined
  let asking = false
  let again = false
  let width = 0
  const show = () => {
    width = Math.max(narrowest, node.clientWidth)
    if (rows && !over) tell(rows, width)
  }
  const ask = async () => {
    if (asking) {
      again = true
      return
    }
    asking = true
    try {
      do {
        again = false
        rows = await room.kindRows(chart)
      } while (wasAskedAgain() && !over)
      show()
    } catch (error) {
      if (!over) fail(error)
    } finally {
      asking = false
    }
  }
  const wasAskedAgain = () => again
  const filter = chart['filter-by']
  const quiet = filter === undefined ? undefined : room.onBrush(filter, () => void ask())
  const sizes = new ResizeObserver(() => {
    if (node.clientWidth > 0 && Math.abs(node.clientWidth - width) > 1) show()
  })
  sizes.observe(node)
  void ask()
  return () => {
    over = true
    quiet?.()
    sizes.disconnect()
  }
}
