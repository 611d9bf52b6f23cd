import gammaln from '@stdlib/math-base-special-gammaln'

/** A product of ratios from a middle outwards; `at` is 1 there times `top`. */
function spreadOut(
  [from, to]: readonly [number, number],
  [middle, top]: readonly [number, number],
  ratio: (k: number) => number,
): Float64Array {
  const values = new Float64Array(to - from + 1)
  values[middle - from] = top
  for (let k = middle + 1; k <= to; k += 1)
    values[k - from] = (values[k - from - 1] ?? 0) * ratio(k)
  for (let k = middle; k > from; k -= 1) values[k - from - 1] = (values[k - from] ?? 0) / ratio(k)
  return values
}

/**
 * The chance of at most `x` where chi-square's centre lies off by `away`: Poisson's weights around their
 * middle, of chances that add up from above, F(d) = Σ (x/2)^(d/2 + k)·e^(−x/2)/Γ(d/2 + k + 1).
 */
function shiftedChiSquare(x: number, degrees: number, away: number): number {
  const [half, y] = [away / 2, x / 2]
  const middle = Math.floor(half)
  const spread = Math.ceil(10 * Math.sqrt(half) + 40)
  const from = Math.max(0, middle - spread)
  const last = Math.ceil(y - degrees / 2 + 10 * Math.sqrt(y)) + 40
  const to = Math.max(middle + spread, last)
  const peak = Math.min(to, Math.max(from, Math.floor(y - degrees / 2)))
  const start = degrees / 2 + peak
  const top = Math.exp(start * Math.log(y) - y - gammaln(start + 1))
  const steps = spreadOut([from, to], [peak, top], (k) => y / (degrees / 2 + k))
  const upper = middle + spread
  const weights = spreadOut([from, upper], [middle, 1], (k) => half / k)
  let [share, total, all] = [0, 0, 0]
  for (let k = to; k >= from; k -= 1) {
    share += steps[k - from] ?? 0
    const weight = k > upper ? 0 : (weights[k - from] ?? 0)
    all += weight
    total += weight * share
  }
  return total / all
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
