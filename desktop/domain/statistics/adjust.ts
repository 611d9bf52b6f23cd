/**
 * p values corrected so that the chance of any false alarm among them stays as set (S. Holm, 1979): the
 * i-th smallest times (m − i + 1), never less than the one before it.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, at) => at).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))
  const adjusted = ps.map(() => 1)
  let least = 0
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (ps[at] ?? 1) * (ps.length - rank)))
    adjusted[at] = least
  }
  return adjusted
}
