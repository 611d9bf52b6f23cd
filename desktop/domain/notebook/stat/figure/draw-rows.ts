import { writeValue } from '../../value.ts'
import { formatFor } from '../wording.ts'
import type { BarsFigure, IntervalsFigure } from './figure.ts'
import { linear, type Scale } from './scale.ts'
import {
  dot,
  fitted,
  lineFrom,
  textAt,
  tickTexts,
  widthOf,
  type Picture,
  type Shape,
  type Sheet,
} from './shape.ts'

interface Rows {
  readonly scale: Scale
  readonly height: number
  readonly bottom: number
  /** The middle of a row. */
  at(row: number): number
  readonly shapes: readonly Shape[]
}

/** Labels on the left, the number axis below. */
function rowsOf(
  figure: BarsFigure | IntervalsFigure,
  values: readonly number[],
  sheet: Sheet,
): Rows {
  const { letter, width, palette, pick } = sheet
  const labels = figure.rows.map(({ label }) => pick(label))
  const widest = labels.reduce((most, label) => Math.max(most, widthOf(label, letter)), 0)
  const left = Math.min(widest, width * 0.4) + letter
  const right = width - letter * 3.5
  const [row, top] = [letter * 2, letter * 1.8]
  const bottom = top + row * labels.length
  const scale = linear(values, [left, right], width < 480 ? 3 : 5)
  const at = (index: number) => top + row * (index + 0.5)
  const texts = tickTexts(scale, figure.format)
  const shapes = [
    ...scale.ticks.flatMap((tick, index) => [
      lineFrom([scale.at(tick), top], [scale.at(tick), bottom], palette.colours.line),
      textAt(sheet, [scale.at(tick), bottom + letter * 1.3], texts[index] ?? '', {
        'text-anchor': 'middle',
        fill: palette.colours.grey,
      }),
    ]),
    ...labels.map((label, index) =>
      textAt(
        sheet,
        [left - letter * 0.7, at(index) + letter * 0.35],
        fitted(label, left - letter * 0.7, letter),
        { 'text-anchor': 'end' },
      ),
    ),
    textAt(sheet, [right, bottom + letter * 2.8], fitted(pick(figure.measure), right, letter), {
      'text-anchor': 'end',
      fill: palette.colours.grey,
    }),
  ]
  return { scale, bottom, at, shapes, height: bottom + letter * 3.4 }
}

export function drawIntervals(figure: IntervalsFigure, sheet: Sheet): Picture {
  const { palette, letter, pick, width } = sheet
  const { reference } = figure
  const values = figure.rows.flatMap(({ estimate, low, high }) => [estimate, low, high])
  const rows = rowsOf(figure, reference ? [...values, reference.value] : values, sheet)
  const { teal, seal } = palette.colours
  const mark = reference
    ? [
        lineFrom(
          [rows.scale.at(reference.value), letter * 1.4],
          [rows.scale.at(reference.value), rows.bottom],
          seal,
          { 'stroke-dasharray': '5 4', 'stroke-width': 1.5 },
        ),
        textAt(sheet, [rows.scale.at(reference.value), letter], pick(reference.label), {
          'text-anchor': 'middle',
          fill: seal,
        }),
      ]
    : []
  const drawn = figure.rows.flatMap(({ estimate, low, high }, index) => {
    const y = rows.at(index)
    const ends = Number.isFinite(low) && Number.isFinite(high)
    const line = lineFrom([rows.scale.at(low), y], [rows.scale.at(high), y], teal, {
      'stroke-width': 2.5,
      'stroke-linecap': 'round',
    })
    return [...(ends ? [line] : []), dot([rows.scale.at(estimate), y], letter * 0.38, teal)]
  })
  return { width, height: rows.height, shapes: [...rows.shapes, ...mark, ...drawn] }
}

export function drawBars(figure: BarsFigure, sheet: Sheet): Picture {
  const { palette, letter, width } = sheet
  const rows = rowsOf(figure, [0, ...figure.rows.map(({ value }) => value)], sheet)
  const zero = rows.scale.at(0)
  const bars = figure.rows.flatMap(({ value }, index): Shape[] => {
    const end = rows.scale.at(value)
    const from = Math.min(zero, end)
    const box = { x: from, y: rows.at(index) - letter * 0.7, height: letter * 1.4 }
    const written = writeValue(value, figure.format ?? formatFor(value))
    return [
      {
        tag: 'rect',
        attributes: { ...box, width: Math.abs(end - zero), fill: palette.colours.teal },
      },
      textAt(sheet, [Math.max(zero, end) + 4, rows.at(index) + letter * 0.35], written),
    ]
  })
  return { width, height: rows.height, shapes: [...rows.shapes, ...bars] }
}
