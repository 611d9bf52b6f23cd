import type { Range } from './scroll-space.ts'

/** Where the columns of a grid stand, in pixels. */
export interface Layout {
  readonly widths: readonly number[]
  /** Where each column begins, and after the last where it ends. */
  readonly starts: readonly number[]
  /** How many columns stay at the left while the others move. */
  readonly frozen: number
}

/** Of what is seen, at most this share for the columns that stay. */
const FROZEN_SHARE = 0.7

/**
 * Columns as wide as they are given; where they leave room, those that nobody set share it. So many
 * stay at the left as leave the others room to be seen.
 */
export function layoutOf(
  wished: readonly { readonly width: number; readonly set: boolean }[],
  viewport: number,
  frozen: number,
): Layout {
  const whole = sum(wished.map(({ width }) => width))
  const free = sum(wished.map(({ width, set }) => (set ? 0 : width)))
  const grown = free > 0 && whole < viewport ? (viewport - whole + free) / free : 1
  const widths = wished.map(({ width, set }) => Math.floor(set ? width : width * grown))
  const starts = [0]
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width)
  let stay = Math.min(frozen, widths.length)
  while (stay > 0 && (starts[stay] ?? 0) > viewport * FROZEN_SHARE) stay -= 1
  return { widths, starts, frozen: stay }
}

export const widthOf = ({ starts }: Layout) => starts.at(-1) ?? 0
export const frozenWidth = ({ starts, frozen }: Layout) => starts[frozen] ?? 0

/** The moving columns that are in view beside those that stay, and `margin` more on either side. */
export function columnsInView(layout: Layout, left: number, viewport: number, margin = 3): Range {
  const { widths, frozen } = layout
  const from = columnAt(layout, left + frozenWidth(layout))
  const to = columnAt(layout, left + Math.max(viewport, 1)) + 1
  return {
    from: Math.max(frozen, from - margin),
    to: Math.max(frozen, Math.min(widths.length, to + margin)),
  }
}

/** A column that is drawn, in pixels. */
export interface Drawn {
  readonly column: number
  readonly width: number
  /** Where it stays; nothing where it moves. */
  readonly stays: number | undefined
  /** Room before it, for the columns that are not drawn. */
  readonly gap: number
}

export function drawnColumns(layout: Layout, { from, to }: Range): Drawn[] {
  const { widths, starts, frozen } = layout
  const staying = Array.from({ length: frozen }, (_, column) => column)
  const moving = Array.from({ length: to - from }, (_, n) => from + n)
  return [...staying, ...moving].map((column) => ({
    column,
    width: widths[column] ?? 0,
    stays: column < frozen ? (starts[column] ?? 0) : undefined,
    gap: column === from ? (starts[from] ?? 0) - frozenWidth(layout) : 0,
  }))
}

/** The column at a place from the left; the last where there is none. */
function columnAt({ starts, widths }: Layout, place: number): number {
  let low = 0
  let high = widths.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** The least move sideways that shows the whole column, or else where it begins. */
export function leftToShow(layout: Layout, column: number, left: number, viewport: number): number {
  if (column < layout.frozen) return left
  const start = layout.starts[column] ?? 0
  const end = layout.starts[column + 1] ?? start
  const most = start - frozenWidth(layout)
  return Math.max(0, Math.min(most, Math.max(left, end - viewport)))
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
