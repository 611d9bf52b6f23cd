import type { Palette } from '../../palette.ts'
import type { Sentence } from '../../problem.ts'
import type { Format } from '../../value.ts'
import { writeValue } from '../../value.ts'
import type { Scale } from './scale.ts'

/** An element of SVG; its values are already settled. */
export interface Shape {
  readonly tag: 'line' | 'path' | 'rect' | 'circle' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly text?: string
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** What a drawing goes by. */
export interface Sheet {
  /** In pixels. */
  readonly width: number
  /** Size of its letters, in pixels. */
  readonly letter: number
  readonly palette: Palette
  readonly pick: (sentence: Sentence) => string
}

/** About how wide a text is: Chinese letters are square, others about half as wide. */
export function widthOf(text: string, letter: number): number {
  const ems = Array.from(text).reduce(
    (sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58),
    0,
  )
  return ems * letter
}

/** Cut to what fits, with an ellipsis. */
export function fitted(text: string, width: number, letter: number): string {
  if (widthOf(text, letter) <= width) return text
  const letters = Array.from(text)
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, letter) > width) letters.pop()
  return `${letters.join('')}…`
}

const rounded = (value: number) => Math.round(value * 10) / 10

export function textAt(
  sheet: Sheet,
  [x, y]: readonly [number, number],
  text: string,
  more: Readonly<Record<string, string | number>> = {},
): Shape {
  const attributes = { x: rounded(x), y: rounded(y), fill: sheet.palette.colours.ink, ...more }
  return { tag: 'text', attributes: { ...attributes, 'font-size': sheet.letter }, text }
}

export function lineFrom(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  stroke: string,
  more: Readonly<Record<string, string | number>> = {},
): Shape {
  const ends = { x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2) }
  return { tag: 'line', attributes: { ...ends, stroke, ...more } }
}

export function dot([x, y]: readonly [number, number], r: number, fill: string): Shape {
  return { tag: 'circle', attributes: { cx: rounded(x), cy: rounded(y), r, fill } }
}

/** A line through points, broken where one is missing. */
export function pathThrough(points: readonly (readonly [number, number] | null)[]): string {
  return points
    .map((point, at) => {
      if (!point) return ''
      const begins = at === 0 || !points[at - 1]
      return `${begins ? 'M' : 'L'}${rounded(point[0])},${rounded(point[1])}`
    })
    .join('')
}

/** What is written at the ticks: decimals enough to tell them apart. */
export function tickTexts({ ticks }: Scale, format: Format | undefined): string[] {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  const shown = format?.startsWith('%') === true ? step * 100 : step
  const places = Math.min(6, Math.max(0, -Math.floor(Math.log10(shown) + 1e-9)))
  const percent = format?.startsWith('%') === true ? '%' : ''
  return ticks.map((tick) => writeValue(tick, `${percent}.${places}`))
}
