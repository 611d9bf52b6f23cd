/** A vertical axis: from its foot to its head, with round numbers between. */
export interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

const mostTicks = 6

/** A range that is drawn, as a part of the values' size: far above what `tidy` rounds away. */
const leastRange = 1e-9

/**
 * An axis over the values. Unless `from` says otherwise it holds 0, so that lengths can be compared:
 * at its foot, or further up if a value is below. It ends at a round number unless `to` does. Steps
 * are 1, 2 or 5 times a power of ten.
 */
export function axisOver(values: readonly number[], from?: number, to?: number): Axis {
  const lowest = from ?? Math.min(0, ...values)
  const highest = to ?? Math.max(...values, from ?? 0)
  const step = stepOver(lowest, highest)
  const foot = from ?? Math.floor(lowest / step) * step
  const head = to ?? foot + Math.max(1, Math.ceil((highest - foot) / step - 1e-9)) * step
  const first = Math.ceil(foot / step - 1e-9)
  const count = Math.floor(head / step + 1e-9) - first + 1
  const ticks = Array.from({ length: count }, (_, index) => tidy((first + index) * step))
  return { from: tidy(foot), to: tidy(head), ticks }
}

/** An axis that begins and ends closely around the values, whatever they are. */
export function tightAxis(values: readonly number[]): Axis {
  const lowest = Math.min(...values)
  const step = stepOver(lowest, Math.max(...values))
  return axisOver(values, tidy(Math.floor(lowest / step + 1e-9) * step))
}

/** A round step; values that do not differ, or by less than is ever written, have a step too. */
function stepOver(lowest: number, highest: number): number {
  const range = highest - lowest
  const size = Math.max(1, Math.abs(lowest), Math.abs(highest))
  const raw = (range > leastRange * size ? range : size) / (mostTicks - 1)
  const power = 10 ** Math.floor(Math.log10(raw))
  const nice = [1, 2, 5].find((each) => each >= raw / power - 1e-9) ?? 10
  return nice * power
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12))

/** Where a value stands on an axis: 0 at its foot, 1 at its head; outside it stays at the end. */
export const shareOf = ({ from, to }: Axis, value: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)))
