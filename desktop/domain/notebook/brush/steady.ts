import { hasNamesLeft } from '../chart-scales.ts'
import type { Chart } from '../chart.ts'
import type { JsonObject } from '../mosaic-json.ts'

/**
 * Axes that stay as they were first drawn while others are brushed: what is no longer there leaves a
 * gap, and nothing jumps. Amounts follow what is left, or little would be seen of it.
 */
export function steadyAxes(chart: Chart): JsonObject {
  if (chart['filter-by'] === undefined) return {}
  const places = chart.plot.some(({ mark }) => ['dot', 'cell', 'density'].includes(mark))
  const sides = places ? (['x', 'y'] as const) : [hasNamesLeft(chart) ? 'y' : 'x']
  const open = sides.filter((side) => chart[side as 'x' | 'y']?.domain === undefined)
  return Object.fromEntries(open.map((side) => [`${side}Domain`, 'Fixed']))
}
