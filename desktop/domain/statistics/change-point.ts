/**
 * Pettitt's test for one change in level at an unknown place (A. N. Pettitt, Applied Statistics 28,
 * 1979): K = max |U|, p ≈ 2·exp(−6K²/(n³ + n²)). `at` is the index of the first value after the change.
 */
export function pettitt(
  values: readonly number[],
): { readonly at: number; readonly k: number; readonly p: number } | undefined {
  const n = values.length
  if (n < 4) return undefined
  let [u, k, at] = [0, 0, 0]
  for (const [index, value] of values.entries()) {
    u += values.reduce((sum, other) => sum + Math.sign(value - other), 0)
    if (Math.abs(u) > k) [k, at] = [Math.abs(u), index + 1]
  }
  return { at, k, p: Math.min(1, 2 * Math.exp((-6 * k ** 2) / (n ** 3 + n ** 2))) }
}

/**
 * The test by cumulative sums of residuals from the mean: the farthest point of the path over the spread
 * and √n, whose law is that of a Brownian bridge, p = 2·Σ(−1)^(j+1)·exp(−2j²s²) (W. Ploberger and
 * W. Krämer, Econometrica 60, 1992; R's efp of type OLS-CUSUM).
 */
export function cusum(
  values: readonly number[],
): { readonly statistic: number; readonly p: number } | undefined {
  const n = values.length
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  if (n < 4 || !(squares > 0)) return undefined
  const scale = Math.sqrt(squares / (n - 1)) * Math.sqrt(n)
  let [sum, most] = [0, 0]
  for (const value of values) {
    sum += value - mean
    most = Math.max(most, Math.abs(sum) / scale)
  }
  let p = 0
  for (let j = 1; j <= 100; j += 1) p += (j % 2 === 1 ? 2 : -2) * Math.exp(-2 * j ** 2 * most ** 2)
  return { statistic: most, p: Math.min(1, Math.max(0, p)) }
}
