import type { ControlFigure, LinesFigure } from './figure.ts'
import { linear, type Scale } from './scale.ts'
import {
  dot,
  fitted,
  lineFrom,
  pathThrough,
  textAt,
  tickTexts,
  widthOf,
  type Picture,
  type Shape,
  type Sheet,
} from './shape.ts'

type Place = readonly [number, number]

interface Frame {
  readonly y: Scale
  readonly top: number
  readonly bottom: number
  readonly height: number
  x(index: number): number
  readonly shapes: readonly Shape[]
}

/** The number axis on the left, the ordered one below, with as many labels as fit. */
function frameOf(
  figure: LinesFigure | ControlFigure,
  values: readonly number[],
  sheet: Sheet,
): Frame {
  const { width, letter, palette, pick } = sheet
  const [top, bottom] = [letter * 3.4, letter * 3.4 + Math.max(150, width * 0.3)]
  const y = linear(values, [bottom, top])
  const texts = tickTexts(y, figure.format)
  const left = Math.max(...texts.map((text) => widthOf(text, letter))) + letter
  const [from, to] = [left + letter, width - letter * 2.5]
  const last = Math.max(1, figure.axis.length - 1)
  const x = (index: number) => from + ((to - from) * index) / last
  const widest = Math.max(...figure.axis.map((text) => widthOf(text, letter)), letter)
  const every = Math.max(1, Math.ceil(((widest + letter) * last) / Math.max(1, to - from)))
  const grey = { fill: palette.colours.grey }
  const shapes = [
    textAt(sheet, [0, letter], fitted(pick(figure.measure), width, letter), grey),
    ...y.ticks.flatMap((tick, index) => [
      lineFrom([left, y.at(tick)], [width, y.at(tick)], palette.colours.line),
      textAt(sheet, [left - letter * 0.5, y.at(tick) + letter * 0.35], texts[index] ?? '', {
        ...grey,
        'text-anchor': 'end',
      }),
    ]),
    ...figure.axis.flatMap((text, index) =>
      index % every === 0
        ? [
            textAt(sheet, [x(index), bottom + letter * 1.5], text, {
              ...grey,
              'text-anchor': 'middle',
            }),
          ]
        : [],
    ),
  ]
  return { y, top, bottom, x, shapes, height: bottom + letter * 2.2 }
}

const known = (values: readonly (number | null)[]) =>
  values.filter((value): value is number => value !== null && Number.isFinite(value))

export function drawLines(figure: LinesFigure, sheet: Sheet): Picture {
  const { palette, pick, letter, width } = sheet
  const all = figure.series.flatMap(({ values, band }) => [
    ...known(values),
    ...known(band?.low ?? []),
    ...known(band?.high ?? []),
  ])
  const frame = frameOf(figure, all, sheet)
  const place = (value: number | null, at: number): Place | null =>
    value === null || !Number.isFinite(value) ? null : [frame.x(at), frame.y.at(value)]
  const colour = (index: number) => palette.categories[index % palette.categories.length] ?? ''
  const drawn = figure.series.flatMap(({ values, band }, index): Shape[] => [
    ...(band ? [bandBetween(band.low.map(place), band.high.map(place), colour(index))] : []),
    stroked(pathThrough(values.map(place)), colour(index)),
  ])
  const marks = (figure.marks ?? []).flatMap(({ at, label }) => [
    lineFrom([frame.x(at), frame.top], [frame.x(at), frame.bottom], palette.colours.seal, {
      'stroke-dasharray': '5 4',
      'stroke-width': 1.5,
    }),
    textAt(sheet, [frame.x(at), frame.top - letter * 0.4], pick(label), {
      'text-anchor':
        frame.x(at) > width * 0.7 ? 'end' : frame.x(at) < width * 0.3 ? 'start' : 'middle',
      fill: palette.colours.seal,
    }),
  ])
  const legend = figure.series.length > 1 ? legendOf(figure, sheet, colour) : []
  return { width, height: frame.height, shapes: [...frame.shapes, ...drawn, ...marks, ...legend] }
}

/** The series' names in their colours, in one line. */
function legendOf(figure: LinesFigure, sheet: Sheet, colour: (index: number) => string): Shape[] {
  const { letter, pick } = sheet
  let x = 0
  return figure.series.map(({ label }, index) => {
    const text = `— ${pick(label)}`
    const shape = textAt(sheet, [x, letter * 2.4], text, {
      fill: colour(index),
      'font-weight': 600,
    })
    x += widthOf(text, letter) + letter * 1.5
    return shape
  })
}

const stroked = (d: string, stroke: string, width = 2): Shape => ({
  tag: 'path',
  attributes: { d, stroke, fill: 'none', 'stroke-width': width, 'stroke-linejoin': 'round' },
})

/** The ground between two lines, where both are known. */
function bandBetween(
  low: readonly (Place | null)[],
  high: readonly (Place | null)[],
  fill: string,
): Shape {
  const both = low.flatMap((point, at) => {
    const above = high[at]
    return point && above ? [{ point, above }] : []
  })
  const around = [...both.map(({ point }) => point), ...both.map(({ above }) => above).reverse()]
  const d = around.length > 0 ? `${pathThrough(around)}Z` : ''
  return { tag: 'path', attributes: { d, fill, 'fill-opacity': 0.15 } }
}

export function drawControl(figure: ControlFigure, sheet: Sheet): Picture {
  const { palette, letter, width } = sheet
  const { teal, seal, grey } = palette.colours
  const values = figure.points.map(({ value }) => value)
  const all = [...values, ...figure.centre, ...known(figure.low), ...known(figure.high)]
  const frame = frameOf(figure, known(all), sheet)
  const place = (value: number | null, at: number): Place | null =>
    value === null ? null : [frame.x(at), frame.y.at(value)]
  const limit = (line: readonly (number | null)[]): Shape => {
    const { tag, attributes } = stroked(pathThrough(line.map(place)), seal, 1.5)
    return { tag, attributes: { ...attributes, 'stroke-dasharray': '5 4' } }
  }
  const dots = figure.points.map(({ value, signal }, at) =>
    dot([frame.x(at), frame.y.at(value)], letter * (signal ? 0.45 : 0.28), signal ? seal : teal),
  )
  const lines = [
    limit(figure.low),
    limit(figure.high),
    stroked(pathThrough(figure.centre.map(place)), grey, 1.5),
  ]
  const shapes = [
    ...frame.shapes,
    ...lines,
    stroked(pathThrough(values.map(place)), teal, 1.5),
    ...dots,
  ]
  return { width, height: frame.height, shapes }
}
