import type { Classes } from './map.ts'

/** The bounds between classes, rising; values at a bound are above it. One fewer than classes. */
export function boundsOf(values: readonly number[], classes: Classes): number[] {
  if (classes.by === 'own') return [...classes.breaks]
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined || low === high) return []
  const inner = Array.from({ length: classes.count - 1 }, (_, at) => (at + 1) / classes.count)
  const bounds = inner.map((share) =>
    classes.by === 'equal' ? low + (high - low) * share : quantile(sorted, share),
  )
  return [...new Set(bounds)].filter((bound) => bound > low)
}

/** As most statistics programs reckon it (type 7): between the neighbours in rank. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

/** Which class a value is in, from 0. */
export const classOf = (value: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => value >= bound).length

/** Steps of the palette for so many classes; none on which neither dark nor light words can be read. */
const steps: Readonly<Record<number, readonly number[]>> = {
  1: [2],
  2: [1, 5],
  3: [0, 2, 5],
  4: [0, 2, 4, 5],
  5: [0, 1, 2, 4, 5],
}

/** The palette's step for a class, and whether words on it are light. */
export function stepOf(index: number, classes: number): { step: number; light: boolean } {
  const step = steps[classes]?.[index] ?? 2
  return { step, light: step > 3 }
}
