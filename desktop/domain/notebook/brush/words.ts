import { axisText } from '../axis-text.ts'
import type { Channel } from '../channel.ts'
import { readsTable, type Axis, type AxisFormat, type Chart } from '../chart.ts'
import { hasNamesLeft } from '../chart-scales.ts'
import { round, decimalOf, writeDecimal } from '../decimal.ts'
import { writeValue } from '../value.ts'
import type { Brushed, BrushSpace } from './brush.ts'

/** Steps of the axis that the words tell apart: as fine as a hand can brush. */
const TOLD = 100
const MOST_PLACES = 12
const DAY = 86_400_000
/** More items than this are counted, not named. */
const NAMED = 6

/** The side of a chart along which it is brushed. */
export function brushSide({ select, plot }: Chart): 'x' | 'y' {
  if (select?.brush === 'intervalX') return 'x'
  if (select?.brush === 'intervalY') return 'y'
  return hasNamesLeft({ plot } as Chart) ? 'y' : 'x'
}

/** What is brushed in a chart, as its axis is called; else the column's name. */
export function brushLabel(chart: Chart, titleOf: (column: string) => string): string {
  const side = brushSide(chart)
  const label = chart[side]?.label
  if (label !== undefined && label !== '') return label
  const channel = chart.plot.find(readsTable)?.[side]
  return channel && columnOf(channel) !== undefined ? titleOf(columnOf(channel) ?? '') : chart.title
}

function columnOf(channel: Channel): string | undefined {
  return 'column' in channel ? channel.column : undefined
}

/** What was chosen, in words: `60 至 75`, `柳岸街道、南桥镇`. */
export function brushWords(chart: Chart, brushed: Brushed): string {
  const axis: Axis = chart[brushSide(chart)] ?? {}
  if (brushed.kind === 'stretch') {
    const { space, exact } = brushed
    const write = (value: number) => endText(value, space, axis.format, exact)
    return `${write(brushed.from)} 至 ${write(brushed.to)}`
  }
  const names = brushed.items.slice(0, NAMED).map(axisText(axis.format))
  const more = brushed.items.length > NAMED ? `等 ${brushed.items.length} 项` : ''
  return names.join('、') + more
}

/** One end of a stretch, no finer than can be brushed unless it was named. */
export function endText(
  value: number,
  space: BrushSpace,
  format: AxisFormat | undefined,
  exact = false,
): string {
  if (space.dates) {
    const fine = space.high - space.low < 3 * DAY
    return writeValue({ kind: fine ? 'timestamp' : 'date', ms: Math.floor(value) })
  }
  const unit = unitOf(format)
  const places = exact ? MOST_PLACES : placesFor((space.high - space.low) * unit.times)
  return writeDecimal(round(decimalOf(value * unit.times), places)) + unit.text
}

/** Decimals that tell the steps of a span apart. */
export function placesFor(span: number): number {
  if (!(span > 0) || !Number.isFinite(span)) return 0
  return Math.min(MOST_PLACES, Math.max(0, Math.ceil(-Math.log10(span / TOLD))))
}

/** How an axis counts: what its values are multiplied by, and the word behind. */
export function unitOf(format: AxisFormat | undefined): { times: number; text: string } {
  if (format === '万') return { times: 1e-4, text: ' 万' }
  if (format === '亿') return { times: 1e-8, text: ' 亿' }
  if (format === '%') return { times: 100, text: '%' }
  return format === '时' ? { times: 1, text: ' 时' } : { times: 1, text: '' }
}
