export interface Decomposed {
  readonly trend: readonly (number | null)[]
  /** What each place in the period adds, or is multiplied by; as many as the period is long. */
  readonly figure: readonly number[]
  /** The values without their season. */
  readonly adjusted: readonly number[]
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/** The centred moving average over a period; half weights at the ends of an even one. */
function trendOf(values: readonly number[], period: number): (number | null)[] {
  const reach = Math.floor(period / 2)
  const even = period % 2 === 0
  return values.map((_, at) => {
    if (at < reach || at + reach >= values.length) return null
    const around = values.slice(at - reach, at + reach + 1)
    const ends = even ? ((around[0] ?? 0) + (around.at(-1) ?? 0)) / 2 : 0
    return (around.reduce((sum, one) => sum + one, 0) - ends) / period
  })
}

/**
 * Classical decomposition by moving averages (M. Kendall and A. Stuart, 1983; R's decompose): the season
 * is the mean distance from the trend at each place, centred. `undefined` for fewer than two periods.
 */
export function decompose(
  values: readonly number[],
  period: number,
  multiply: boolean,
): Decomposed | undefined {
  if (values.length < 2 * period || period < 2) return undefined
  const trend = trendOf(values, period)
  const places = Array.from({ length: period }, (): number[] => [])
  for (const [at, value] of values.entries()) {
    const level = trend[at]
    if (level === null || level === undefined) continue
    places[at % period]?.push(multiply ? value / level : value - level)
  }
  const raw = places.map(meanOf)
  const centre = meanOf(raw)
  const figure = raw.map((one) => (multiply ? one / centre : one - centre))
  const adjusted = values.map((value, at) => {
    const season = figure[at % period] ?? 0
    return multiply ? value / season : value - season
  })
  return { trend, figure, adjusted }
}
