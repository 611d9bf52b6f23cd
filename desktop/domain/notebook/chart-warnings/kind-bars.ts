import type { KindRows } from '../chart-kinds/kind-rows.ts'
import { measureShown, type KindDrawing } from '../chart-kinds/kinds.ts'
import type { MainMark } from './facts.ts'

/**
 * Ready-made bars as the layer that would show the same, so that one set of rules judges both. The
 * other kinds do not compare amounts by their length, or settle their own axis.
 */
export function kindBars(draw: KindDrawing, { rows }: KindRows): MainMark | undefined {
  const { kind } = draw
  if (kind !== 'ranked' && kind !== 'lollipop' && kind !== 'grouped' && kind !== 'stacked')
    return undefined
  const column = (name: string) => ({ kind: 'column', column: name }) as const
  return {
    mark: {
      ...{ mark: 'barX', filtered: true, tip: false, y: column(draw.names) },
      x: measureShown(draw.value, rows),
      ...('series' in draw ? { fill: column(draw.series) } : {}),
    },
    index: 0,
    drawn: { mark: 'barX', x: rows.map(({ v }) => v), y: rows.map(({ a }) => a) },
    ...{ along: 'y', value: 'x' },
  }
}
