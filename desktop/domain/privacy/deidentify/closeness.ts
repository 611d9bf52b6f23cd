/** A sensitive column's distribution over the whole table. */
export interface Whole {
  /** How many values there are. */
  readonly size: number
  /** Share of each value. */
  readonly share: Float64Array
  /** Share of the values up to each, itself included. */
  readonly upTo: Float64Array
  /** Sums of `upTo` before each place. */
  readonly sums: Float64Array
}

export function wholeOf(codes: Int32Array, size: number): Whole {
  const share = new Float64Array(size)
  for (const code of codes) share[code] = (share[code] ?? 0) + 1 / codes.length
  const [upTo, sums] = [new Float64Array(size), new Float64Array(size + 1)]
  let sum = 0
  share.forEach((part, at) => {
    upTo[at] = sum += part
    sums[at + 1] = (sums[at] ?? 0) + sum
  })
  return { size, share, upTo, sums }
}

/** A value of a class with how often it is there, values rising. */
export interface Run {
  readonly value: number
  readonly share: number
}

/**
 * The earth mover's distance of a class from the whole, 0 to 1 (Li, Li, Venkatasubramanian: t-Closeness,
 * 2007): with equal distances between categories, or over the order of numbers.
 */
export function distance(runs: readonly Run[], whole: Whole, ordered: boolean): number {
  return ordered ? orderedDistance(runs, whole) : equalDistance(runs, whole)
}

function equalDistance(runs: readonly Run[], { share }: Whole): number {
  let [apart, met] = [0, 0]
  for (const { value, share: own } of runs) {
    const all = share[value] ?? 0
    apart += Math.abs(own - all)
    met += all
  }
  return (apart + Math.max(0, 1 - met)) / 2
}

/** Between two values of the class its sum stays as it is, so a stretch is summed at once. */
function orderedDistance(runs: readonly Run[], whole: Whole): number {
  const { size } = whole
  if (size < 2) return 0
  let [sum, own, from] = [0, 0, 0]
  for (const { value, share } of runs) {
    sum += stretch(whole, from, Math.min(value, size - 1), own)
    own += share
    from = value
  }
  return (sum + stretch(whole, from, size - 1, own)) / (size - 1)
}

/** Σ |level − upTo[i]| for from ≤ i < to; `upTo` rises. */
function stretch({ upTo, sums }: Whole, from: number, to: number, level: number): number {
  if (from >= to) return 0
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) > level) high = middle
    else low = middle + 1
  }
  const sumOf = (a: number, b: number) => (sums[b] ?? 0) - (sums[a] ?? 0)
  const below = level * (low - from) - sumOf(from, low)
  return below + sumOf(low, to) - level * (to - low)
}
