/** The ends of an interval that holds 95 of 100 resamples. */
export interface Interval {
  readonly low: number
  readonly high: number
}

const resamples = 1000
/** With fewer resamples that can be computed, their spread says nothing. */
const enough = 0.9

/**
 * A 95 % percentile interval by resampling whole clusters with replacement (B. Efron, 1979). What
 * belongs to one work hangs together, so works are drawn, not single levels.
 *
 * @param compute undefined where a resample has no value
 * @returns undefined where too many resamples have none
 */
export function bootstrapInterval<T>(
  clusters: readonly T[],
  compute: (drawn: T[]) => number | undefined,
  chance: () => number,
): Interval | undefined {
  const found: number[] = []
  for (let time = 0; time < resamples; time += 1) {
    const drawn = clusters.map(() => clusters[Math.floor(chance() * clusters.length)] as T)
    const value = compute(drawn)
    if (value !== undefined) found.push(value)
  }
  if (found.length < resamples * enough) return undefined
  found.sort((a, b) => a - b)
  return { low: quantile(found, 0.025), high: quantile(found, 0.975) }
}

/** Between the two nearest, in proportion (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (place - Math.floor(place)) * (high - low)
}
