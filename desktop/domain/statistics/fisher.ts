/** The counts of a table of two rows and two columns. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]]

/**
 * Fisher's exact test, two-sided: the chance, with the margins as they are, of a table no likelier than
 * this one (R. A. Fisher, 1934). Chances come from the ratio of neighbours, so that none overflows.
 * `undefined` where there is nothing to count.
 */
export function fisherExact([[a, b], [c, d]]: TwoByTwo): number | undefined {
  const [first, second, taken] = [a + b, c + d, a + c]
  if (first + second === 0) return undefined
  const [from, to] = [Math.max(0, taken - second), Math.min(first, taken)]
  const logs = [0]
  for (let k = from; k < to; k += 1) {
    const up = ((first - k) * (taken - k)) / ((k + 1) * (second - taken + k + 1))
    logs.push((logs.at(-1) ?? 0) + Math.log(up))
  }
  const most = logs.reduce((high, one) => Math.max(high, one), -Infinity)
  const chances = logs.map((one) => Math.exp(one - most))
  const seen = chances[a - from] ?? 0
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  return Math.min(1, sum(chances.filter((one) => one <= seen * (1 + 1e-7))) / sum(chances))
}
