/** The part of an axis that can be brushed: numbers, or moments as milliseconds. */
export interface BrushSpace {
  readonly low: number
  readonly high: number
  readonly dates: boolean
}

/** A stretch of an axis, both ends included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What a reader chose in a chart: a stretch of an axis, or some of its items. */
export type Brushed =
  | ({
      readonly kind: 'stretch'
      readonly space: BrushSpace
      /** Whether its ends were named, not brushed. */
      readonly exact: boolean
    } & Stretch)
  | { readonly kind: 'items'; readonly items: readonly unknown[] }

/** What a key does to a stretch. */
export type BrushMove = 'back' | 'forth' | 'narrower' | 'wider' | 'first' | 'last'

/** A key moves by a hundredth of the axis, a large step by a tenth; a new stretch is a fifth long. */
const STEPS = 100
const LARGE = 10
const FIRST_STRETCH = 0.2

const moves: Readonly<Record<string, BrushMove>> = {
  ArrowLeft: 'back',
  ArrowDown: 'back',
  ArrowRight: 'forth',
  ArrowUp: 'forth',
  PageDown: 'back',
  PageUp: 'forth',
  Home: 'first',
  End: 'last',
}

/** What a key means on a brush; with Shift the arrows move its far end alone. */
export function moveOf(key: string, shift: boolean): BrushMove | undefined {
  const move = moves[key]
  if (!shift) return move
  if (move === 'back') return 'narrower'
  return move === 'forth' ? 'wider' : move
}

/** Where a stretch goes; it never leaves the axis, and the first move makes one in the middle. */
export function moved(
  stretch: Stretch | undefined,
  { low, high }: BrushSpace,
  move: BrushMove,
  large = false,
): Stretch {
  const whole = high - low
  if (!stretch) {
    const middle = low + whole / 2
    const half = (whole * FIRST_STRETCH) / 2
    return { from: middle - half, to: middle + half }
  }
  const step = (whole / STEPS) * (large ? LARGE : 1)
  const { from, to } = within(stretch, low, high)
  switch (move) {
    case 'back':
      return shifted({ from, to }, -Math.min(step, from - low))
    case 'forth':
      return shifted({ from, to }, Math.min(step, high - to))
    case 'first':
      return shifted({ from, to }, low - from)
    case 'last':
      return shifted({ from, to }, high - to)
    case 'narrower':
      return { from, to: Math.max(Math.min(from + whole / STEPS, to), to - step) }
    case 'wider':
      return { from, to: Math.min(high, to + step) }
  }
}

/** The part of a stretch that is on the axis. */
function within({ from, to }: Stretch, low: number, high: number): Stretch {
  const inside = (value: number) => Math.min(high, Math.max(low, value))
  return { from: inside(Math.min(from, to)), to: inside(Math.max(from, to)) }
}

const shifted = ({ from, to }: Stretch, by: number): Stretch => ({ from: from + by, to: to + by })
