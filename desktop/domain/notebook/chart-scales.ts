import { readsTable, type Axis, type Chart } from './chart.ts'
import { paramNames, ref, unseen, withoutUndefined, type JsonObject } from './mosaic-json.ts'
import type { Palette } from './palette.ts'

/** Whether the rows of the chart are named: bars lying down, or a table of cells. */
export function hasNamesLeft(chart: Chart): boolean {
  return chart.plot.some((mark) => mark.mark === 'barX' || mark.mark === 'cell')
}

/** One axis: its label, its number format, its grid. */
export function compileAxis(side: 'x' | 'y', chart: Chart): JsonObject {
  const axis: Axis = chart[side] ?? {}
  const names = side === 'y' ? hasNamesLeft(chart) : chart.plot.some((m) => m.mark === 'barY')
  const label = axis.label ?? (names ? '' : usualLabel(side, chart))
  const none = names ? unseen : null
  return {
    [`${side}Label`]: label === '' ? none : label,
    [`${side}TickFormat`]: ref(paramNames.format(axis.format)),
    [`${side}Grid`]: axis.grid ?? (!names && side === valueSide(chart)),
    ...withoutUndefined({
      [`${side}Domain`]: axis.domain,
      [`${side}Zero`]: axis.zero,
      [`${side}Reverse`]: axis.reverse,
      [`${side}Ticks`]: axis.ticks,
      [`${side}Scale`]: axis.scale,
    }),
  }
}

function valueSide(chart: Chart): 'x' | 'y' {
  return chart.plot.some((mark) => mark.mark === 'barX') ? 'x' : 'y'
}

/** The column that the first mark shows on this side, as an axis label. */
function usualLabel(side: 'x' | 'y', chart: Chart): string {
  const channel = chart.plot.find(readsTable)?.[side]
  if (!channel || channel.kind === 'number' || channel.kind === 'parameter') return ''
  return channel.kind === 'count' ? '数量' : channel.column
}

/** What steps of colour stand for. */
function amountLabel(chart: Chart): string {
  if (chart.color?.label !== undefined) return chart.color.label
  const fills = chart.plot.flatMap((mark) => ('fill' in mark && mark.fill ? [mark.fill] : []))
  const amount = fills.find((fill) => fill.kind === 'aggregate')
  return amount ? amount.column : '数量'
}

/** Colours of a column: the author's own, the theme's for categories, steps for amounts. */
export function compileColours(chart: Chart, palette: Palette): JsonObject {
  const values = Object.entries(chart.color?.values ?? {})
  if (values.length > 0) {
    return {
      colorScale: 'ordinal',
      colorDomain: values.map(([value]) => value),
      colorRange: values.map(([, colour]) => palette.colours[colour]),
    }
  }
  const kinds = chart.plot.flatMap((mark) => [
    'fill' in mark ? mark.fill?.kind : undefined,
    mark.mark === 'lineY' || mark.mark === 'dot' ? mark.stroke?.kind : undefined,
  ])
  if (kinds.some((kind) => kind === 'aggregate' || kind === 'count')) {
    return { colorScale: 'quantize', colorRange: palette.steps, colorLabel: amountLabel(chart) }
  }
  if (kinds.includes('column')) return { colorScale: 'ordinal', colorRange: palette.categories }
  return {}
}
