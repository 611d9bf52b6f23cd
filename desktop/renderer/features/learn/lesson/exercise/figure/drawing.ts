/** Shapes of a drawn figure, in CSS pixels from its top left corner. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What there is to draw in: the width, and the size of the text. */
export interface Room {
  readonly width: number
  readonly em: number
}

export interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  /** Written upwards, where there is no room side by side. */
  readonly turned?: boolean
}

/** How a shape is painted: its series, and whether it is one of those that stand out. */
export interface Paint {
  readonly series: number
  readonly strong: boolean
}

export interface Shape extends Paint {
  readonly path: string
}

export interface Drawing {
  readonly height: number
  /** Where the marks stand. */
  readonly plot: Box
  /** Heights of the lines across. */
  readonly lines: readonly number[]
  readonly labels: readonly Label[]
  readonly filled: readonly Shape[]
  readonly stroked: readonly Shape[]
  /** Where axes can be pointed at; two vertical ones where the figure has two. */
  readonly axes: readonly { readonly at: 'x-axis' | 'y-axis'; readonly box: Box }[]
}

/** About how wide a text is: Chinese signs an em, Latin ones a little more than half. */
export function textWidth(text: string, em: number): number {
  let width = 0
  for (const sign of text) width += sign < '\u2e80' ? 0.58 : 1
  return width * em
}

export const rectangle = ({ x, y, width, height }: Box): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`

export const circle = (x: number, y: number, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${round(radius)} ${round(radius)} 0 1 0 ${round(2 * radius)} 0` +
  `a${round(radius)} ${round(radius)} 0 1 0 ${round(-2 * radius)} 0z`

export const round = (value: number): number => Math.round(value * 10) / 10
