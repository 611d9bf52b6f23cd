/** The places of `ps` from the smallest. */
const ranked = (ps: readonly number[]) =>
  ps.map((_, at) => at).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))

/**
 * p values corrected so that the chance of any false alarm among them stays as set (S. Holm, Scand. J.
 * Statist. 6, 1979): the i-th smallest times (m − i + 1), never less than the one before it.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1)
  let least = 0
  for (const [rank, at] of ranked(ps).entries()) {
    least = Math.max(least, Math.min(1, (ps[at] ?? 1) * (ps.length - rank)))
    adjusted[at] = least
  }
  return adjusted
}

/**
 * p values corrected so that of what is called different no more than the set share is so by chance, on
 * average (Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57, 1995): the i-th smallest times m/i,
 * never more than the one after it.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1)
  let most = 1
  for (const [back, at] of ranked(ps).reverse().entries()) {
    most = Math.min(most, ((ps[at] ?? 1) * ps.length) / (ps.length - back))
    adjusted[at] = most
  }
  return adjusted
}
