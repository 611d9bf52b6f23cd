import type { JsonObject } from '../mosaic-json.ts'
import type { Paint } from './legend.ts'
import { placeAxis, roomFor, tip, type Ground } from './picture.ts'
import { fitted } from './text-width.ts'

/** A bar lying in row `y1` to `y2`, with what pointing at it tells. */
export interface Bar {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  readonly t: string
}

/** Bars of one paint. The ground under a pale one keeps the grid from showing through. */
export function bars(data: readonly Bar[], paint: Paint, ground: Ground): JsonObject[] {
  if (data.length === 0) return []
  const place = { mark: 'rect', data: data.map((bar) => ({ ...bar })), ...corners }
  const { fill, opacity, stroke } = paint
  return [
    ...(opacity < 1 ? [{ ...place, fill: ground.palette.ground }] : []),
    { ...place, fill, fillOpacity: opacity, stroke, strokeWidth: 0.75, ...tip(ground) },
  ]
}
const corners = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' }

/** Words in the picture, each at its place. */
export interface Label {
  readonly x: number
  readonly y: number
  readonly label: string
}

interface Style {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly dx?: number
  readonly dy?: number
  readonly fill?: string
}

export function labels(data: readonly Label[], style: Style, { palette }: Ground): JsonObject[] {
  if (data.length === 0) return []
  return [
    {
      mark: 'text',
      data: data.map((one) => ({ ...one })),
      ...{ x: 'x', y: 'y', text: 'label', lineAnchor: 'middle' },
      fill: style.fill ?? palette.colours.ink,
      textAnchor: style.anchor ?? 'middle',
      dx: style.dx ?? 0,
      dy: style.dy ?? 0,
    },
  ]
}

/** The names down the left side, each in the middle of its row. */
export function rowNames(names: readonly string[], ground: Ground) {
  const left = roomFor(names, ground)
  const width = (left - 12 * ground.scale) / ground.em
  const data = names.map((name, index) => ({ y: index + 0.5, label: fitted(name, width) }))
  const mark: JsonObject = {
    mark: 'text',
    data,
    ...{ y: 'y', text: 'label', frameAnchor: 'left', textAnchor: 'end', lineAnchor: 'middle' },
    dx: -8 * ground.scale,
    fill: ground.palette.colours.ink,
  }
  return { left, marks: names.length === 0 ? [] : [mark] }
}

/** The rows of a lying chart from the top, `row` pixels each at the usual size. */
export function rowsAxis(count: number, row: number, { scale }: Ground) {
  return { axis: placeAxis('y', [count, 0]), height: count * row * scale }
}

/** The zero from which bars begin. */
export function zeroLine(ground: Ground): JsonObject {
  return { mark: 'ruleX', data: [{ x: 0 }], x: 'x', stroke: ground.palette.colours.ink }
}
