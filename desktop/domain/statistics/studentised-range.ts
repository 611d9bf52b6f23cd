import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { lnGamma } from './distributions.ts'

/** Positive nodes and weights of Gauss and Legendre's rule of 12 points. */
const twelve = [
  [0.9815606342467192, 0.0471753363865118],
  [0.9041172563704749, 0.1069393259953184],
  [0.7699026741943047, 0.1600783285433462],
  [0.5873179542866175, 0.2031674267230659],
  [0.3678314989981802, 0.2334925365383548],
  [0.1252334085114689, 0.2491470458134028],
] as const

/** The same of 16 points. */
const sixteen = [
  [0.9894009349916499, 0.0271524594117541],
  [0.9445750230732326, 0.0622535239386479],
  [0.8656312023878318, 0.0951585116824928],
  [0.755404408355003, 0.1246289712555339],
  [0.6178762444026438, 0.1495959888165767],
  [0.4580167776572274, 0.1691565193950025],
  [0.2816035507792589, 0.1826034150449236],
  [0.0950125098376374, 0.1894506104550685],
] as const

type Rule = readonly (readonly [number, number])[]

/** The integral of `f` from `from` to `to`. */
function integral(rule: Rule, [from, to]: readonly [number, number], f: (x: number) => number) {
  const [middle, half] = [(from + to) / 2, (to - from) / 2]
  const sum = rule.reduce(
    (total, [node, weight]) => total + weight * (f(middle - half * node) + f(middle + half * node)),
    0,
  )
  return sum * half
}

const phi = (x: number, centre: number) => normalCdf(x, centre, 1)

/**
 * The chance that the range of so many standard normal deviates is at most `w`: Hartley's form,
 * [2Φ(w/2) − 1]^k + 2k ∫ φ(x)·[Φ(x) − Φ(x − w)]^(k−1) dx from w/2, which ends where φ is nothing.
 */
function rangeChance(w: number, means: number): number {
  const [from, to] = [w / 2, 8]
  if (from >= to) return 1
  const parts = w > 3 ? 2 : 3
  const width = (to - from) / parts
  const density = (x: number) =>
    (Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)) * (phi(x, 0) - phi(x, w)) ** (means - 1)
  let tail = 0
  for (let part = 0; part < parts; part += 1) {
    tail += integral(twelve, [from + part * width, from + (part + 1) * width], density)
  }
  return Math.min(1, (2 * phi(from, 0) - 1) ** means + 2 * means * tail)
}

/** Degrees of freedom from which the spread is as good as known. */
const manyDegrees = 25_000

/**
 * The chance of a studentised range above `q` of so many means with so many degrees of freedom, at
 * least 2; NaN for fewer. M. D. Copenhaver, B. S. Holland, J. Statist. Comput. Simul. 30, 1988: the
 * range's chance over the density of the spread, by Gauss and Legendre in steps. The same rule as R's
 * `ptukey`, so as near to the truth: about 1e-6 with very few degrees of freedom, nearer with more.
 */
export function upperStudentisedRange(q: number, means: number, degrees: number): number {
  if (!(degrees >= 2) || means < 2 || Number.isNaN(q)) return Number.NaN
  if (q <= 0) return 1
  if (q === Infinity) return 0
  if (degrees > manyDegrees) return 1 - rangeChance(q, means)
  const half = degrees / 2
  const constant = half * Math.log(half) - lnGamma(half) // of u^(d/2 − 1)·e^(−du/2), a chi-square by its degrees
  const density = (u: number) => Math.exp(constant + (half - 1) * Math.log(u) - half * u)
  const step = stepFor(degrees)
  let below = 0
  for (let at = 0; at < 50; at += 1) {
    const part = integral(sixteen, [at * step, (at + 1) * step], (u) => {
      const weight = density(u)
      return weight < 1e-14 ? 0 : weight * rangeChance(q * Math.sqrt(u), means)
    })
    below += part
    if ((at + 1) * step >= 1 && part <= 1e-14) break
  }
  return Math.min(1, Math.max(0, 1 - below))
}

/** The density narrows with the degrees of freedom. */
function stepFor(degrees: number): number {
  if (degrees <= 100) return 1
  if (degrees <= 800) return 0.5
  return degrees <= 5000 ? 0.25 : 0.125
}

/** The studentised range that only 1 − `confidence` lie above, to about 1e-9. */
export function criticalStudentisedRange(
  confidence: number,
  means: number,
  degrees: number,
): number {
  const above = (q: number) => upperStudentisedRange(q, means, degrees) > 1 - confidence
  if (Number.isNaN(upperStudentisedRange(1, means, degrees))) return Number.NaN
  let [low, high] = [0, 4]
  while (above(high) && high < 1e6) [low, high] = [high, high * 2]
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step += 1) {
    const middle = (low + high) / 2
    if (above(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
