import type { Measure } from './measure.ts'

/** Equal-width bins over a scale: bin n holds what is ≥ `edge(n)` and < `edge(n + 1)`. */
export interface Bins {
  readonly count: number
  /** The number of the bin of a value on the scale, as SQL; null for null, which `least` passes over. */
  bin(value: string): string
  /** Where bin n begins, as the user reads it. */
  edge(n: number): string
}

const MOST = 20
const DAY_MS = 86_400_000

/** The last bin also holds the greatest value. Bounds are as DuckDB writes them. */
export function binsBetween(low: string, high: string, type: string, measure: Measure): Bins {
  if (measure === 'real') return realBins(Number(low), Number(high))
  return wholeBins(BigInt(low), BigInt(high), labelOf(type, measure))
}

function realBins(low: number, high: number): Bins {
  const width = (high - low) / MOST
  if (!Number.isFinite(width) || width <= 0) {
    return {
      count: 1,
      bin: (value) => `CASE WHEN ${value} IS NOT NULL THEN 0 END`,
      edge: (n) => String(n === 0 ? low : high),
    }
  }
  return {
    count: MOST,
    bin: (value) =>
      `CASE WHEN ${value} IS NOT NULL THEN least(${MOST - 1}, floor((${value} - (${low})) / ${width})) END`,
    edge: (n) => String(n === MOST ? high : Number((low + n * width).toPrecision(12))),
  }
}

function wholeBins(low: bigint, high: bigint, label: (value: bigint) => string): Bins {
  const span = high - low + 1n
  const most = BigInt(MOST)
  const width = (span + most - 1n) / most
  const count = Number((span + width - 1n) / width)
  const wide = span >= 2n ** 62n || low < -(2n ** 62n) || high >= 2n ** 62n
  return {
    count,
    // beyond 64 bits the difference may overflow, and a double tells the bin well enough
    bin: (value) =>
      wide
        ? `CASE WHEN ${value} IS NOT NULL THEN greatest(0, least(${count - 1},
             floor((${value}::DOUBLE - (${low})::DOUBLE) / ${width}))) END`
        : `(${value}::BIGINT - (${low})) // ${width}`,
    edge: (n) => label(low + BigInt(n) * width),
  }
}

function labelOf(type: string, measure: Measure): (value: bigint) => string {
  if (measure === 'integer') return String
  if (measure === 'date')
    return (days) => iso(Number(days) * DAY_MS).slice(0, -'T00:00:00.000Z'.length)
  const zone = type === 'TIMESTAMP WITH TIME ZONE' ? 'Z' : ''
  return (micros) => iso(Number(micros / 1000n)).slice(0, -'.000Z'.length) + zone
}

/** Beyond what JavaScript's dates reach, the nearest that they do. */
function iso(milliseconds: number): string {
  const reach = 8.64e15
  return new Date(Math.max(-reach, Math.min(reach, milliseconds))).toISOString()
}
