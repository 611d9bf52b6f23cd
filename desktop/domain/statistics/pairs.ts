import { welch, type Difference, type Sample } from './means.ts'
import { criticalStudentisedRange, upperStudentisedRange } from './studentised-range.ts'

/**
 * Tukey's honestly significant differences of every two of several means, in Kramer's form for unequal
 * sizes (J. W. Tukey, 1953; C. Y. Kramer, Biometrics 12, 1956): the first less the second, with
 * simultaneous intervals and p corrected for all pairs, from the variance within all groups. Takes equal
 * variances. Nothing where no value is left over to judge by, fewer than 2 degrees of freedom.
 */
export function tukeyKramer(
  samples: readonly Sample[],
  confidence: number,
): ((a: Sample, b: Sample) => Difference) | undefined {
  const degrees = samples.reduce((sum, { n }) => sum + n - 1, 0)
  const within = samples.reduce((sum, { n, sd }) => sum + (n - 1) * sd ** 2, 0) / degrees
  if (!(within > 0) || degrees < 2) return undefined
  const range = criticalStudentisedRange(confidence, samples.length, degrees)
  return (a, b) => {
    const error = Math.sqrt((within / 2) * (1 / a.n + 1 / b.n))
    return differing(a, b, error, [range, samples.length, degrees])
  }
}

/**
 * The same without equal variances: each pair by its own variances and Welch's degrees of freedom
 * (P. A. Games, J. F. Howell, J. Educ. Statist. 1, 1976). Nothing for a pair that does not vary or has
 * fewer than 2 degrees of freedom.
 */
export function gamesHowell(
  a: Sample,
  b: Sample,
  means: number,
  confidence: number,
): Difference | undefined {
  const own = welch(a, b, confidence)
  if (!own || own.degrees < 2) return undefined
  const range = criticalStudentisedRange(confidence, means, own.degrees)
  const error = Math.sqrt((a.sd ** 2 / a.n + b.sd ** 2 / b.n) / 2)
  return differing(a, b, error, [range, means, own.degrees])
}

function differing(
  a: Sample,
  b: Sample,
  error: number,
  [range, means, degrees]: readonly [number, number, number],
): Difference {
  const estimate = a.mean - b.mean
  return {
    estimate,
    low: estimate - range * error,
    high: estimate + range * error,
    p: upperStudentisedRange(Math.abs(estimate) / error, means, degrees),
  }
}

/**
 * Whether variances are near enough for methods that take them for equal: the largest standard deviation
 * at most twice the smallest (D. S. Moore, G. P. McCabe, Introduction to the Practice of Statistics).
 */
export function nearlyEqualSpread(samples: readonly Sample[]): boolean {
  const spreads = samples.map(({ sd }) => sd)
  return Math.max(...spreads) <= 2 * Math.min(...spreads)
}
