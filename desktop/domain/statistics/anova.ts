import { upperF } from './distributions.ts'
import type { Sample } from './means.ts'

export interface Anova {
  readonly f: number
  readonly between: number
  /** Degrees of freedom within the groups; of Welch's they need not be whole. */
  readonly within: number
  readonly p: number
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/**
 * The classic analysis of variance in one way, with η² = SSB/SST and ω² = (SSB − (k − 1)·MSW)/(SST +
 * MSW). `undefined` for fewer than two groups, or where nothing varies within them.
 */
export function anova(
  samples: readonly Sample[],
): (Anova & { readonly eta: number; readonly omega: number }) | undefined {
  const n = sumOf(samples.map((one) => one.n))
  const grand = sumOf(samples.map((one) => (one.n / n) * one.mean))
  const between = sumOf(samples.map((one) => one.n * (one.mean - grand) ** 2))
  const within = sumOf(samples.map((one) => (one.n > 1 ? (one.n - 1) * one.sd ** 2 : 0)))
  const [up, down] = [samples.length - 1, n - samples.length]
  const error = within / down
  if (up < 1 || down < 1 || !(error > 0)) return undefined
  const f = between / up / error
  return {
    f,
    between: up,
    within: down,
    p: upperF(f, up, down),
    eta: between / (between + within),
    omega: Math.max(0, (between - up * error) / (between + within + error)),
  }
}

/**
 * Welch's analysis of variance, without assuming equal variances (B. L. Welch, Biometrika 38, 1951).
 * `undefined` where a group has fewer than two values or does not vary.
 */
export function welchAnova(samples: readonly Sample[]): Anova | undefined {
  const k = samples.length
  if (k < 2 || samples.some(({ n, sd }) => n < 2 || !(sd > 0))) return undefined
  const weights = samples.map(({ n, sd }) => n / sd ** 2)
  const all = sumOf(weights)
  const middle = sumOf(samples.map(({ mean }, at) => ((weights[at] ?? 0) / all) * mean))
  const spread = sumOf(samples.map(({ n }, at) => (1 - (weights[at] ?? 0) / all) ** 2 / (n - 1)))
  const shift = spread / (k ** 2 - 1)
  const between = sumOf(samples.map(({ mean }, at) => (weights[at] ?? 0) * (mean - middle) ** 2))
  const f = between / (k - 1) / (1 + 2 * (k - 2) * shift)
  const within = 1 / (3 * shift)
  return { f, between: k - 1, within, p: upperF(f, k - 1, within) }
}
