/** Places numbers on a line of pixels. */
export interface Scale {
  readonly ticks: readonly number[]
  at(value: number): number
}

/** Steps of 1, 2 or 5 times a power of ten that leave about `wanted` ticks. */
function stepFor(width: number, wanted: number): number {
  const raw = width / wanted
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 5, 10].find((one) => one * power >= raw) ?? 10
  return factor * power
}

/** So near to each other that no steps lie between them. */
const areAlike = (low: number, high: number) =>
  high - low <= Math.max(1e-200, Math.max(Math.abs(low), Math.abs(high)) * 1e-12)

/** A scale from whole steps around the values; where all are the same there is room around them. */
export function linear(
  values: readonly number[],
  [from, to]: readonly [number, number],
  wanted = 5,
): Scale {
  const finite = values.filter(Number.isFinite)
  const low = finite.reduce((least, one) => Math.min(least, one), Infinity)
  const high = finite.reduce((most, one) => Math.max(most, one), -Infinity)
  const [start, end] = !(low <= high)
    ? [0, 1]
    : areAlike(low, high)
      ? [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2]
      : [low, high]
  const step = stepFor(end - start, wanted)
  const [first, last] = [Math.floor(start / step), Math.ceil(end / step)]
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  )
  const [bottom, top] = [first * step, last * step]
  const at = (value: number) => from + ((value - bottom) / (top - bottom)) * (to - from)
  return { ticks, at }
}
