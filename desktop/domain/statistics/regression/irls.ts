import { ModelError, type Term } from './design.ts'
import { leastSquares, type LeastSquares } from './least-squares.ts'

/** A distribution with its canonical link. */
export interface Family {
  readonly start: (y: number) => number
  readonly link: (mean: number) => number
  readonly mean: (eta: number) => number
  readonly variance: (mean: number) => number
  /** One row’s part, for weight 1. */
  readonly deviance: (y: number, mean: number) => number
  readonly logLikelihood: (
    y: Float64Array,
    mean: Float64Array,
    weights: Float64Array | undefined,
  ) => number
}

interface Problem {
  readonly y: Float64Array
  readonly weights: Float64Array | undefined
  readonly offset: Float64Array | undefined
  readonly family: Family
}

export interface Converged {
  readonly fit: LeastSquares
  readonly mean: Float64Array
  /** Weights of the last step: variance × weight. */
  readonly working: Float64Array
  /** weight × (y − mean) */
  readonly scores: Float64Array
  readonly deviance: number
  readonly pearson: number
  readonly iterations: number
}

const mostSteps = 50
const mostHalvings = 20
/** Where a step changes no row’s linear predictor by more than this, more steps change nothing. */
const settled = 1e-9

/**
 * Iterated weighted least squares; a step that makes the fit worse is halved. Where outcomes are told
 * apart wholly, for all rows or in a category, a coefficient runs away without end (A. Albert, J. A.
 * Anderson, Biometrika 71, 1984): the linear predictor never settles, and the term is named.
 */
export function converge(terms: readonly Term[], problem: Problem): Converged {
  const { y, family } = problem
  const columns = terms.map(({ column }) => column)
  let eta: Float64Array = y.map((value) => family.link(family.start(value)))
  let deviance = Number.POSITIVE_INFINITY
  let before: LeastSquares | undefined
  for (let step = 1; step <= mostSteps; step++) {
    const fit = leastSquares(columns, ...workingOf(eta, problem))
    let next = predictor(fit, problem)
    let found = devianceOf(next, problem)
    for (let half = 0; half < mostHalvings && before && worse(found, deviance); half++) {
      next = next.map((value, row) => (value + (eta[row] ?? 0)) / 2)
      found = devianceOf(next, problem)
    }
    const change = step === 1 ? Number.POSITIVE_INFINITY : farthest(next, eta)
    const running = before && change > 0.1 && extremeShare(next, problem)
    if (running || !Number.isFinite(found)) throw separated(terms, fit, before)
    eta = next
    deviance = found
    before = fit
    if (change < settled) return finish(columns, eta, problem, { deviance, iterations: step })
  }
  throw new ModelError(
    '算了 50 步还没有收敛。请检查有没有极端的值，或减少几项。',
    'No solution after 50 steps. Look for extreme values, or use fewer terms.',
  )
}

const worse = (found: number, before: number) => !(found <= before + 1e-9 * (1 + Math.abs(before)))

type Working = readonly [LeastSquares['columns'][number], Float64Array]

function workingOf(eta: Float64Array, { y, weights, offset, family }: Problem): Working {
  const [target, heavy] = [new Float64Array(y.length), new Float64Array(y.length)]
  for (const [row, value] of eta.entries()) {
    const mean = family.mean(value)
    const variance = Math.max(family.variance(mean), 1e-300)
    target[row] = value - (offset?.[row] ?? 0) + ((y[row] ?? 0) - mean) / variance
    heavy[row] = variance * (weights?.[row] ?? 1)
  }
  return [{ high: target, low: undefined }, heavy]
}

function predictor(fit: LeastSquares, { y, offset }: Problem): Float64Array {
  const eta = offset ? Float64Array.from(offset) : new Float64Array(y.length)
  for (const [at, { high }] of fit.columns.entries()) {
    const by = (fit.estimates[at] ?? 0) / (fit.scales[at] ?? 1)
    for (let row = 0; row < eta.length; row++) eta[row] = (eta[row] ?? 0) + by * (high[row] ?? 0)
  }
  return eta
}

function devianceOf(eta: Float64Array, { y, weights, family }: Problem): number {
  let total = 0
  for (const [row, value] of eta.entries()) {
    total += (weights?.[row] ?? 1) * family.deviance(y[row] ?? 0, family.mean(value))
  }
  return total
}

function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0
  for (const [row, value] of a.entries()) most = Math.max(most, Math.abs(value - (b[row] ?? 0)))
  return most
}

/** Whether some row is told with a certainty that no number of rows can give. */
function extremeShare(eta: Float64Array, { offset, family }: Problem): boolean {
  return eta.some((value, row) => family.variance(family.mean(value - (offset?.[row] ?? 0))) < 1e-7)
}

function separated(
  terms: readonly Term[],
  fit: LeastSquares,
  before: LeastSquares | undefined,
): ModelError {
  let [most, which] = [-1, 0]
  for (const [at, { high }] of fit.columns.entries()) {
    const change = (fit.estimates[at] ?? 0) - (before?.estimates[at] ?? 0)
    const spread = spreadOf(high) / (fit.scales[at] ?? 1)
    const moved = Math.abs(change) * spread
    if (moved > most) [most, which] = [moved, fit.kept[at] ?? 0]
  }
  const name = terms[which]?.name ?? ''
  return new ModelError(
    `结果被完全分开：“${name}”能把结果毫无差错地分成两边，或某一类里结果全一样，系数会无限大，估不出来。请去掉这一项，或合并类别。`,
    `Perfect separation: “${name}” tells the outcomes apart without error, or a category has one outcome only; its coefficient is infinite. Leave it out or merge categories.`,
  )
}

function spreadOf(values: Float64Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return high - low
}

function finish(
  columns: LeastSquares['columns'],
  eta: Float64Array,
  problem: Problem,
  { deviance, iterations }: { deviance: number; iterations: number },
): Converged {
  const { y, weights, family } = problem
  const [target, working] = workingOf(eta, problem)
  const mean = eta.map(family.mean)
  const scores = y.map((value, row) => (weights?.[row] ?? 1) * (value - (mean[row] ?? 0)))
  let pearson = 0
  for (const [row, value] of y.entries()) {
    const gap = value - (mean[row] ?? 0)
    pearson += ((weights?.[row] ?? 1) * gap * gap) / family.variance(mean[row] ?? 0)
  }
  const fit = leastSquares(columns, target, working)
  return { fit, mean, working, scores, deviance, pearson, iterations }
}
