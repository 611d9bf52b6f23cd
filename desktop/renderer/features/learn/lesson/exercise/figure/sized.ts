import type { Figure, FigurePoint } from '../../../../../../domain/course/figure/figure.ts'
import { circle, type Box, type Drawing, type Label, type Room } from './drawing.ts'
import { strongIn } from './strong.ts'

/** Circles on one line, as large as their values: the radius, or the area, is in proportion. */
export function drawSized(
  figure: Figure,
  points: readonly FigurePoint[],
  { width, em }: Room,
): Drawing {
  const strong = strongIn(figure)
  const values = points.map((point) => point.values[0] ?? 0)
  const largest = Math.max(...values)
  const sizes = values.map((value) =>
    figure.size === 'area' ? Math.sqrt(value / largest) : value / largest,
  )
  const sum = sizes.reduce((total, size) => total + Math.max(size, 0.35), 0)
  const radius = Math.min(6 * em, (width - em * (points.length + 1)) / (2 * sum))
  const foot = 2 * radius + em
  const widths = sizes.map((size) => 2 * radius * Math.max(size, 0.35) + em)
  const used = widths.reduce((total, each) => total + each, 0)
  const starts = widths.map((_, index) =>
    widths.slice(0, index).reduce((total, each) => total + each, (width - used) / 2),
  )
  const middle = (index: number) => (starts[index] ?? 0) + (widths[index] ?? 0) / 2
  const height = foot + 4 * em
  const plot: Box = { x: 0, y: 0, width, height: foot }
  return {
    height,
    plot,
    lines: [],
    labels: points.flatMap(({ label }, index): Label[] => [
      {
        x: middle(index),
        y: foot + 1.2 * em,
        text: (values[index] ?? 0).toLocaleString('en'),
        anchor: 'middle',
      },
      { x: middle(index), y: foot + 2.6 * em, text: label, anchor: 'middle' },
    ]),
    filled: points.map(({ label }, index) => {
      const size = radius * (sizes[index] ?? 0)
      return { path: circle(middle(index), foot - size, size), series: 0, strong: strong(label) }
    }),
    stroked: [],
    axes: [{ at: 'x-axis', box: { x: 0, y: foot, width, height: height - foot } }],
  }
}
