/**
 * Shares whole minutes out by weight, each at least one, by the largest remainder. Where there are
 * more parts than minutes each gets one, and the sum is larger.
 */
export function allot(minutes: number, weights: readonly number[]): number[] {
  const spare = Math.max(0, Math.floor(minutes) - weights.length)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => spare * (total > 0 ? weight / total : 1 / weights.length))
  const shares = exact.map((share) => 1 + Math.floor(share))
  const rest = spare - shares.reduce((sum, share) => sum + share - 1, 0)
  const remainders = exact.map((share, index) => ({ index, left: share - Math.floor(share) }))
  for (const { index } of remainders.toSorted((one, other) => other.left - one.left).slice(0, rest))
    shares[index] = (shares[index] ?? 1) + 1
  return shares
}
