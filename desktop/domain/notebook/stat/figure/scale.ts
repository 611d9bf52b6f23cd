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

/** Numbers nearer to 0 than this leave no room for steps. */
const tiny = 1e-200

/** So near to each other that no steps lie between them. */
const areAlike = (low: number, high: number) =>
  high - low <= Math.max(tiny, Math.max(Math.abs(low), Math.abs(high)) * 1e-12)

/** Half the room that a value has by itself. */
const roomAround = (value: number) => (Math.abs(value) > tiny ? Math.abs(value) / 2 : 0.5)

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
      ? [low - roomAround(low), high + roomAround(high)]
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
