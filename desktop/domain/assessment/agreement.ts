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
  const paired = units.filter((levels) => levels.length > 1)
  const values = [...new Set(paired.flat())].sort((a, b) => a - b)
  const marginals = values.map((value) => paired.flat().filter((level) => level === value).length)
  const distance = distances(values, marginals, metric)
  const observed = paired.reduce((all, levels) => {
    const pairs = pairsOf(levels.map((level) => values.indexOf(level)))
    const sum = pairs.reduce((apart, [a, b]) => apart + distance(a, b), 0)
    // each pair stands twice among the coincidences, and so does it below
    return all + sum / (levels.length - 1)
  }, 0)
  const expected = pairsOf(values.map((_, at) => at)).reduce(
    (all, [a, b]) => all + (marginals[a] ?? 0) * (marginals[b] ?? 0) * distance(a, b),
    0,
  )
  if (expected === 0) return undefined
  return 1 - ((paired.flat().length - 1) * observed) / expected
}

/** δ² of two values by their places; the ordinal one counts what lies between them. */
function distances(values: readonly number[], marginals: readonly number[], metric: Metric) {
  return (one: number, other: number): number => {
    if (one === other) return 0
    if (metric === 'nominal') return 1
    const [low, high] = one < other ? [one, other] : [other, one]
    if (metric === 'interval') return ((values[high] ?? 0) - (values[low] ?? 0)) ** 2
    const between = marginals.slice(low, high + 1).reduce((all, count) => all + count, 0)
    return (between - ((marginals[low] ?? 0) + (marginals[high] ?? 0)) / 2) ** 2
  }
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
