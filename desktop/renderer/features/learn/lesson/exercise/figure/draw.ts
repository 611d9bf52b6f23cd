import {
  figurePoints,
  seriesCount,
  type Figure,
  type FigurePoint,
} from '../../../../../../domain/course/figure/figure.ts'
import {
  circle,
  rectangle,
  round,
  type Drawing,
  type Label,
  type Room,
  type Shape,
} from './drawing.ts'
import { frameOf, type Frame } from './frame.ts'
import { drawPie } from './pie.ts'
import { drawSized } from './sized.ts'
import { strongIn, type Strong } from './strong.ts'

/** Lays a figure out in the room there is. */
export function drawFigure(figure: Figure, room: Room): Drawing {
  const points = figurePoints(figure)
  if (figure.type === 'pie') return drawPie(figure, points, room)
  if (figure.size !== undefined) return drawSized(figure, points, room)
  const frame = frameOf(figure, points, room)
  const { height, plot, lines } = frame
  const below = { x: plot.x, y: plot.y + plot.height, width: plot.width }
  // the number of the place stands below the axis, where it has no text
  const side = { y: plot.y, height: plot.height + 2 * room.em }
  const right = plot.x + plot.width
  return {
    height,
    plot,
    lines,
    labels: [...frame.labels, ...valueLabels(figure, points, frame, room.em)],
    ...shapes(figure, points, frame, room.em),
    axes: [
      { at: 'y-axis', box: { x: 0, width: plot.x, ...side } },
      ...(figure.scale === 'dual'
        ? [{ at: 'y-axis' as const, box: { x: right, width: room.width - right, ...side } }]
        : []),
      { at: 'x-axis', box: { ...below, height: height - below.y } },
    ],
  }
}

type Shapes = Pick<Drawing, 'filled' | 'stroked'>

function shapes(figure: Figure, points: readonly FigurePoint[], frame: Frame, em: number): Shapes {
  const series = Array.from({ length: seriesCount(figure) }, (_, index) => index)
  const strong = strongIn(figure)
  switch (figure.type) {
    case 'bar':
      return {
        filled: series.flatMap((each) => bars(points, frame, each, series.length, strong)),
        stroked: [],
      }
    case 'dots':
      return {
        filled: series.flatMap((each) => dots(points, frame, each, em, strong)),
        stroked: [],
      }
    default: {
      const stroked = series.map((each) => ({
        path: line(points, frame, each),
        series: each,
        strong: true,
      }))
      const areas = series.map((each) => ({
        path: area(points, frame, each),
        series: each,
        strong: false,
      }))
      const ends = series.flatMap((each) => dots(points, frame, each, em * 0.7, strong))
      return { filled: figure.type === 'area' ? [...areas, ...ends] : ends, stroked }
    }
  }
}

function bars(
  points: readonly FigurePoint[],
  { plot, band, x, y }: Frame,
  series: number,
  count: number,
  strong: Strong,
): Shape[] {
  const width = Math.min((band * 0.68) / count, 72)
  const foot = plot.y + plot.height
  return points.map(({ label, values }, index) => {
    const left = x(index) + (series - count / 2) * width
    const top = y(series, values[series] ?? 0)
    const box = { x: left, y: top, width: width - 1, height: Math.max(0, foot - top) }
    return { path: rectangle(box), series, strong: strong(label) }
  })
}

function dots(
  points: readonly FigurePoint[],
  { x, y }: Frame,
  series: number,
  em: number,
  strong: Strong,
): Shape[] {
  return points.map(({ label, values }, index) => ({
    path: circle(x(index), y(series, values[series] ?? 0), Math.max(3, em * 0.36)),
    series,
    strong: strong(label),
  }))
}

function line(points: readonly FigurePoint[], { x, y }: Frame, series: number): string {
  const places = points.map(
    ({ values }, index) => `${round(x(index))} ${round(y(series, values[series] ?? 0))}`,
  )
  return `M${places.join('L')}`
}

function area(points: readonly FigurePoint[], frame: Frame, series: number): string {
  const foot = round(frame.plot.y + frame.plot.height)
  const [first, last] = [round(frame.x(0)), round(frame.x(points.length - 1))]
  return `${line(points, frame, series)}L${last} ${foot}L${first} ${foot}z`
}

/** Values are written at the points as long as there is room for them. */
function valueLabels(
  { type }: Figure,
  points: readonly FigurePoint[],
  { band, x, y }: Frame,
  em: number,
): Label[] {
  if (type === 'area' || points.some(({ values }) => values.length > 1)) return []
  const texts = points.map(({ values }) => (values[0] ?? 0).toLocaleString('en'))
  const longest = Math.max(...texts.map((text) => text.length * 0.6 * em))
  if (longest > band) return []
  return points.map(({ values }, index) => ({
    x: x(index),
    y: y(0, values[0] ?? 0) - 0.6 * em,
    text: texts[index] ?? '',
    anchor: 'middle',
  }))
}
