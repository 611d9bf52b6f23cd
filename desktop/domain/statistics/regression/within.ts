import type { Categories } from './data.ts'
import { ModelError } from './design.ts'

const mostRounds = 10_000

/**
 * Takes the means of units and of periods away, in turns, until nothing is left to take: what two sets
 * of fixed effects do (the within transformation; in a balanced panel one round is enough).
 */
export function within(values: Float64Array, sides: readonly Categories[]): Float64Array {
  const left = Float64Array.from(values)
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  for (let round = 0; round < mostRounds; round++) {
    const taken = sides.reduce((most, side) => Math.max(most, takeMeans(left, side)), 0)
    if (taken <= 1e-14 * size) return left
  }
  throw new ModelError(
    '单位和时期的固定效应没有算到收敛。请检查面板里是不是缺了很多期。',
    'The effects of units and periods did not settle. Look whether the panel lacks many periods.',
  )
}

function takeMeans(values: Float64Array, { levels, codes }: Categories): number {
  const sums = new Float64Array(levels.length)
  const counts = new Float64Array(levels.length)
  for (let row = 0; row < values.length; row++) {
    const code = codes[row] ?? 0
    sums[code] = (sums[code] ?? 0) + (values[row] ?? 0)
    counts[code] = (counts[code] ?? 0) + 1
  }
  let most = 0
  for (let code = 0; code < sums.length; code++) {
    const mean = (sums[code] ?? 0) / (counts[code] ?? 1)
    sums[code] = mean
    most = Math.max(most, Math.abs(mean))
  }
  for (let row = 0; row < values.length; row++) {
    values[row] = (values[row] ?? 0) - (sums[codes[row] ?? 0] ?? 0)
  }
  return most
}
