/**
 * Browsers end an element at some 16 to 33 million pixels, which is half a million rows, and place
 * what lies beyond a few millions by single-precision numbers, half a pixel off. Above this height the scroll bar stands for more than itself: its way is scaled to the rows' whole height.
 */
export const LIMIT = 2_000_000

export interface Space {
  readonly rows: number
  /** In pixels, as are all lengths here. */
  readonly rowHeight: number
  /** What is seen of the rows at once. */
  readonly viewport: number
}

const wholeHeight = ({ rows, rowHeight }: Space) => rows * rowHeight

/** The height that the scrolled element is given. */
export function scrollHeight(space: Space): number {
  return Math.min(wholeHeight(space), LIMIT)
}

/** Whether a step of the scroll bar is more than a step of the rows. */
export function isScaled(space: Space): boolean {
  return wholeHeight(space) > LIMIT
}

/** How far down the rows' whole height the view begins, when the element is scrolled to `scrollTop`. */
export function topOf(scrollTop: number, space: Space): number {
  if (!isScaled(space)) return scrollTop
  return clampTop(scrollTop * ratio(space), space)
}

/** Where to scroll the element so that the view begins at `top`. */
export function scrollTopOf(top: number, space: Space): number {
  return isScaled(space) ? top / ratio(space) : top
}

function ratio(space: Space): number {
  return (wholeHeight(space) - space.viewport) / (LIMIT - space.viewport)
}

export function clampTop(top: number, space: Space): number {
  return Math.max(0, Math.min(top, wholeHeight(space) - space.viewport))
}

export interface Range {
  /** The first row, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** The rows in view, and `margin` more on either side. */
export function rowsInView(top: number, { rows, rowHeight, viewport }: Space, margin = 4): Range {
  const from = Math.max(0, Math.floor(top / rowHeight) - margin)
  const to = Math.min(rows, Math.ceil((top + viewport) / rowHeight) + margin)
  return { from: Math.min(from, to), to }
}

/** The least move of the view that shows the whole row. */
export function topToShow(row: number, top: number, { rowHeight, viewport }: Space): number {
  const above = row * rowHeight
  if (above < top) return above
  return Math.max(top, above + rowHeight - viewport)
}
