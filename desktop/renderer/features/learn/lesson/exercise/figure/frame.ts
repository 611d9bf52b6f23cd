import { figureAxes } from '../../../../../../domain/course/figure/axes.ts'
import { shareOf, type Axis } from '../../../../../../domain/course/figure/axis.ts'
import type { Figure, FigurePoint } from '../../../../../../domain/course/figure/figure.ts'
import { textWidth, type Box, type Label, type Room } from './drawing.ts'

/** A figure's axes on the page, and where values and points stand between them. */
export interface Frame {
  readonly height: number
  readonly plot: Box
  readonly axes: readonly Axis[]
  readonly labels: readonly Label[]
  readonly lines: readonly number[]
  /** Pixels from one point to the next, at the least. */
  readonly band: number
  readonly y: (series: number, value: number) => number
  readonly x: (index: number) => number
}

/** An axis is wide enough to be pointed at with a finger. */
const leastMargin = 48

export function frameOf(
  figure: Figure,
  points: readonly FigurePoint[],
  { width, em }: Room,
): Frame {
  const axes = figureAxes(figure)
  const [left] = axes
  const right = figure.scale === 'dual' ? axes[1] : undefined
  const margin = (axis: Axis | undefined) => Math.max(leastMargin, widest(axis, em) + em)
  const start = margin(left)
  const across = width - start - (right ? margin(right) : em)
  const share = positions(figure, points)
  const band = across * smallestStep(share, points.length)
  const longest = Math.max(...points.map(({ label }) => textWidth(label, em)))
  const turned = longest > band - 0.3 * em
  const foot = Math.max(leastMargin, (turned ? longest : em) + 1.2 * em) + (figure.x ? 1.5 * em : 0)
  const stacked = namesStacked(figure, { width, em })
  const head = (figure.y === undefined ? 1.2 : stacked ? 4.2 : 2.8) * em
  const tall = Math.max(11 * em, Math.min(18 * em, width * 0.42))
  const plot = { x: start, y: head, width: across, height: tall }
  const y = (series: number, value: number) =>
    plot.y + plot.height * (1 - shareOf(axes[series] ?? axes[0] ?? noAxis, value))
  const x = (index: number) => plot.x + plot.width * (share[index] ?? 0)
  const height = head + tall + foot
  const labels = [
    ...sideLabels(left, plot.x - 0.5 * em, 'end', (value) => y(0, value) + 0.35 * em),
    ...sideLabels(
      right,
      plot.x + plot.width + 0.5 * em,
      'start',
      (value) => y(1, value) + 0.35 * em,
    ),
    ...names(figure, plot, { width, height, em, stacked }),
    ...points.map(({ label }, index) => under(label, x(index), plot, em, turned)),
  ]
  return {
    height,
    plot,
    axes,
    labels,
    lines: left?.ticks.map((tick) => y(0, tick)) ?? [],
    band,
    x,
    y,
  }
}

const noAxis: Axis = { from: 0, to: 1, ticks: [] }

const tickText = (tick: number): string => tick.toLocaleString('en')

const widest = (axis: Axis | undefined, em: number): number =>
  Math.max(0, ...(axis?.ticks ?? []).map((tick) => textWidth(tickText(tick), em)))

/** Where the points stand between the ends, 0 to 1: side by side, or as far apart as their years. */
function positions({ type, steps }: Figure, points: readonly FigurePoint[]): number[] {
  const between = type === 'line' || type === 'area'
  const count = points.length
  const inset = between ? 0.06 : 0.5 / count
  const spread = (share: number) => inset + share * (1 - 2 * inset)
  if (steps === 'even') return points.map((_, index) => spread(index / (count - 1)))
  const years = points.map(({ label }) => Number(label))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return years.map((year) => spread((year - first) / (last - first)))
}

function smallestStep(share: readonly number[], count: number): number {
  const sorted = [...share].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((each, index) => each - (sorted[index] ?? 0))
  return Math.min(1 / count, ...steps)
}

function sideLabels(
  axis: Axis | undefined,
  x: number,
  anchor: Label['anchor'],
  y: (value: number) => number,
): Label[] {
  return axis?.ticks.map((tick) => ({ x, y: y(tick), text: tickText(tick), anchor })) ?? []
}

/** Whether two vertical axes' names have no room on one line. */
function namesStacked({ y }: Figure, { width, em }: Room): boolean {
  if (typeof y === 'string' || y === undefined) return false
  return textWidth(y.join('——'), em) > width
}

/** What stands at the axes; the vertical ones' names above them, where they are read first. */
function names(
  { x, y }: Figure,
  plot: Box,
  { width, height, em, stacked }: Room & { readonly height: number; readonly stacked: boolean },
): Label[] {
  const [left, right] = typeof y === 'string' ? [y] : (y ?? [])
  const top = 1.2 * em
  const below = stacked ? 2.6 * em : top
  const middle = plot.x + plot.width / 2
  const foot = height - 0.5 * em
  return [
    ...(left === undefined ? [] : [{ x: 0, y: top, text: left, anchor: 'start' as const }]),
    ...(right === undefined ? [] : [{ x: width, y: below, text: right, anchor: 'end' as const }]),
    ...(x === undefined ? [] : [{ x: middle, y: foot, text: x, anchor: 'middle' as const }]),
  ]
}

function under(text: string, x: number, plot: Box, em: number, turned: boolean): Label {
  const y = plot.y + plot.height + (turned ? 0.6 : 1.4) * em
  return turned
    ? { x: x + 0.35 * em, y, text, anchor: 'end', turned }
    : { x, y, text, anchor: 'middle' }
}
