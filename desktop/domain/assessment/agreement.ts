export type Metric = 'nominal' | 'ordinal' | 'interval'

/**
 * Krippendorff's α: 1 where raters agree, 0 where they agree as by chance. It takes any number of
 * raters and lets levels be missing; a unit judged once counts for nothing.
 * K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), by coincidences.
 *
 * @param units the levels that each unit was given, in any order
 * @returns undefined where nothing varies or no unit was judged twice: α is not defined there
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  metric: Metric,
): number | undefined {
  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  const places = new Map(values.map((value, at) => [value, at]))
  const counts: number[][] = []
  const marginals = values.map(() => 0)
  for (const levels of units) {
    if (levels.length < 2) continue
    const unit = values.map(() => 0)
    for (const level of levels) {
      const at = places.get(level) ?? 0
      unit[at] = (unit[at] ?? 0) + 1
      marginals[at] = (marginals[at] ?? 0) + 1
    }
    counts.push(unit)
  }
  const { observed, expected } = disagreement(
    counts,
    marginals,
    distances[metric](values, marginals),
  )
  const levels = marginals.reduce((all, count) => all + count, 0)
  return expected === 0 ? undefined : 1 - ((levels - 1) * observed) / expected
}

/** δ² of two values by their places, the lower one first. */
type Distance = (low: number, high: number) => number

/** Summed over the pairs of values; each stands twice in Krippendorff's table, above and below alike. */
function disagreement(
  counts: readonly (readonly number[])[],
  marginals: readonly number[],
  distance: Distance,
) {
  const raters = counts.map((unit) => unit.reduce((all, count) => all + count, 0))
  let [observed, expected] = [0, 0]
  for (let high = 1; high < marginals.length; high += 1) {
    for (let low = 0; low < high; low += 1) {
      const apart = distance(low, high)
      expected += (marginals[low] ?? 0) * (marginals[high] ?? 0) * apart
      for (const [at, unit] of counts.entries()) {
        observed += ((unit[low] ?? 0) * (unit[high] ?? 0) * apart) / ((raters[at] ?? 0) - 1)
      }
    }
  }
  return { observed, expected }
}

const distances: {
  readonly [M in Metric]: (values: readonly number[], marginals: readonly number[]) => Distance
} = {
  nominal: () => () => 1,
  interval: (values) => (low, high) => ((values[high] ?? 0) - (values[low] ?? 0)) ** 2,
  /** Counts what lies between the two. */
  ordinal: (_, marginals) => (low, high) => {
    const between = marginals.slice(low, high + 1).reduce((all, count) => all + count, 0)
    return (between - ((marginals[low] ?? 0) + (marginals[high] ?? 0)) / 2) ** 2
  },
}

/**
 * Cohen's κ with quadratic weights, for two raters of the same units: J. Cohen, “Weighted kappa”,
 * Psychological Bulletin 70 (1968), with disagreement weights (i − j)².
 *
 * @returns undefined where both gave everything the same level: κ is not defined there
 */
export function weightedKappa(pairs: readonly (readonly [number, number])[]): number | undefined {
  const apart = (one: number, other: number) => (one - other) ** 2
  const observed = mean(pairs.map(([one, other]) => apart(one, other)))
  const expected = mean(pairs.flatMap(([one]) => pairs.map(([, other]) => apart(one, other))))
  return observed === undefined || !expected ? undefined : 1 - observed / expected
}

/** The share of all pairs of levels of one unit that are the same; undefined without a pair. */
export function exactShare(units: readonly (readonly number[])[]): number | undefined {
  return mean(units.flatMap(pairsOf).map(([one, other]) => (one === other ? 1 : 0)))
}

/** Undefined of nothing. */
export const mean = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((all, one) => all + one, 0) / numbers.length

/** Every two of them, once. */
function pairsOf(items: readonly number[]): [number, number][] {
  return items.flatMap((one, at) =>
    items.slice(at + 1).map((other): [number, number] => [one, other]),
  )
}
