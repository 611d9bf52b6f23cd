import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'

/** The chance of at most `x` where chi-square's centre lies off by `away`: Poisson's weights around their middle. */
function shiftedChiSquare(x: number, degrees: number, away: number): number {
  const half = away / 2
  const spread = Math.ceil(10 * Math.sqrt(half) + 40)
  const [from, to] = [Math.max(0, Math.floor(half) - spread), Math.floor(half) + spread]
  let weight = 1
  let [weights, total] = [0, 0]
  const middle = Math.floor(half)
  for (let k = middle; k <= to; k += 1) {
    if (k > middle) weight *= half / k
    weights += weight
    total += weight * chiSquareCdf(x, degrees + 2 * k)
  }
  weight = 1
  for (let k = middle; k > from; k -= 1) {
    weight *= k / half
    weights += weight
    total += weight * chiSquareCdf(x, degrees + 2 * (k - 1))
  }
  return total / weights
}

/** How far off the centre lies for which `x` has the chance `wanted`; 0 where even none leaves less. */
function awayFor(x: number, degrees: number, wanted: number): number {
  if (shiftedChiSquare(x, degrees, 0) <= wanted) return 0
  let [low, high] = [0, Math.max(1, x)]
  while (shiftedChiSquare(x, degrees, high) > wanted) high *= 2
  for (let step = 0; step < 80 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2
    if (shiftedChiSquare(x, degrees, middle) > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/**
 * The interval of Cramér's V from the chi-squares whose centre would put this one at either end:
 * V = √((away + degrees)/(n·(shorter side − 1))) (M. J. Smithson, Confidence Intervals, 2003).
 */
export function cramerInterval(
  { statistic, degrees, n, side }: Readonly<Record<'statistic' | 'degrees' | 'n' | 'side', number>>,
  confidence: number,
): { readonly low: number; readonly high: number } {
  const cut = (1 - confidence) / 2
  const strength = (away: number) =>
    away === 0 ? 0 : Math.min(1, Math.sqrt((away + degrees) / (n * (side - 1))))
  return {
    low: strength(awayFor(statistic, degrees, 1 - cut)),
    high: strength(awayFor(statistic, degrees, cut)),
  }
}
