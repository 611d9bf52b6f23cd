import { axisOver, tightAxis, type Axis } from './axis.ts'
import { figurePoints, type Figure } from './figure.ts'

/** The axis of each series, in their order; one and the same unless the figure has two. */
export function figureAxes(figure: Figure): Axis[] {
  const points = figurePoints(figure)
  const series = points[0]?.values.map((_, at) => points.map(({ values }) => values[at] ?? 0)) ?? []
  const [left = [], right = []] = series
  const [from, to] = [figure['y-from'], figure['y-to']]
  if (figure.scale === 'dual') return [axisOver(left, from, to), tightAxis(right)]
  const shared = axisOver(series.flat(), from, to)
  return series.map(() => shared)
}
