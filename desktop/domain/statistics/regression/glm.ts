import { lnGamma } from '../distributions.ts'
import { constant, type Column } from './column.ts'
import { leverageOf, sandwich } from './covariance.ts'
import { categoriesOf, type ModelData } from './data.ts'
import { designOf, ModelError, notNumbers, numbersFor } from './design.ts'
import type { CountFit } from './fit.ts'
import { columnsOf, type Factor } from './formula.ts'
import { converge, type Converged, type Family } from './irls.ts'
import { clustersOf, completeRows, enoughRows, formulaOf, type Complete } from './rows.ts'
import type { LogitModel, PoissonModel } from './spec.ts'
import { coefficientsOf } from './tell.ts'

/**
 * A logistic or Poisson regression by iterated weighted least squares (P. McCullagh, J. A. Nelder,
 * 1989). Intervals are Wald’s. Robust errors: `hc1` n/(n − k), `hc3`, `cluster` G/(G − 1).
 */
export function fitGlm(spec: LogitModel | PoissonModel, all: ModelData): CountFit {
  const formula = formulaOf(spec)
  const shifted = spec.test === 'poisson' ? [spec.offset, spec.exposure] : []
  const grouped = spec.se === 'cluster' ? [spec.cluster] : []
  const more = [...shifted, ...grouped].filter((name) => name !== undefined)
  const rows = completeRows(all, [...columnsOf(formula), ...more], spec.weights)
  enoughRows(rows.data.rows, 1)
  const { y, hit } = responseOf(spec.test, formula.response, rows.data)
  const family = spec.test === 'logit' ? logitFamily : poissonFamily
  const offset = spec.test === 'poisson' ? offsetOf(spec, rows.data) : undefined
  const terms = designOf(formula, rows.data)
  const problem = { y, weights: rows.weights, offset, family }
  const found = converge(terms, problem)
  const kept = terms.filter((_, at) => found.fit.kept.includes(at))
  enoughRows(rows.data.rows, kept.length)
  const { covariance, clusters } = errorsOf(spec, found, rows)
  const alone = converge([{ name: '', column: constant(y.length) }], problem)
  const loglik = (one: Converged) => family.logLikelihood(y, one.mean, rows.weights)
  return {
    n: rows.data.rows,
    missing: rows.missing,
    weightless: rows.weightless,
    collinear: terms.filter((one) => !kept.includes(one)).map(({ name }) => name),
    coefficients: coefficientsOf(
      kept.map(({ name }) => name),
      found.fit.estimates,
      covariance,
      { degrees: undefined, confidence: spec.confidence },
    ),
    degrees: undefined,
    clusters,
    deviance: found.deviance,
    nullDeviance: alone.deviance,
    logLikelihood: loglik(found),
    pseudoRSquared: 1 - loglik(found) / loglik(alone),
    aic: 2 * kept.length - 2 * loglik(found),
    iterations: found.iterations,
    dispersion: found.pearson / (rows.data.rows - kept.length),
    hit,
  }
}

function errorsOf(spec: LogitModel | PoissonModel, found: Converged, rows: Complete) {
  const { fit, working } = found
  if (spec.se === 'classic') return { covariance: fit.inverse, clusters: undefined }
  const [n, k] = [rows.data.rows, fit.kept.length]
  const clusters = spec.se === 'cluster' ? clustersOf(rows.data, spec.cluster) : undefined
  const leverage = leverageOf(fit, working)
  const made = sandwich(fit, spec.se, { scores: found.scores, leverage, clusters })
  const groups = clusters?.levels.length
  const factor =
    groups === undefined ? (spec.se === 'hc1' ? n / (n - k) : 1) : groups / (groups - 1)
  return { covariance: made.map((line) => line.map((one) => one * factor)), clusters: groups }
}

interface Response {
  readonly y: Float64Array
  readonly hit: string | undefined
}

function responseOf(model: 'logit' | 'poisson', factor: Factor, data: ModelData): Response {
  const column = data.columns.get(factor.column)
  if (model === 'logit' && column?.kind === 'texts') {
    const { levels, codes } = categoriesOf(column)
    if (levels.length !== 2) {
      throw new ModelError(
        `“${factor.column}”有 ${levels.length} 种值；逻辑回归的结果要正好有两种。`,
        `“${factor.column}” has ${levels.length} values; a logit needs exactly two.`,
      )
    }
    return { y: Float64Array.from(codes), hit: levels[1] }
  }
  const y = numbersFor(factor, data).high
  if (model === 'logit') {
    if (y.some((value) => value !== 0 && value !== 1)) {
      throw new ModelError(
        `“${factor.column}”里有 0 和 1 以外的数；逻辑回归的结果只能是 0 或 1、是或否。`,
        `“${factor.column}” has numbers other than 0 and 1; a logit needs 0 or 1, yes or no.`,
      )
    }
    if (new Set(y).size < 2) {
      throw new ModelError(
        `“${factor.column}”只有一种值，没有什么可以比较。`,
        `“${factor.column}” has one value only; there is nothing to compare.`,
      )
    }
    return { y, hit: '1' }
  }
  if (y.some((value) => value < 0 || !Number.isInteger(value))) {
    throw new ModelError(
      `“${factor.column}”里有负数或小数；泊松回归的结果要是件数。`,
      `“${factor.column}” has negative or broken numbers; a Poisson regression needs counts.`,
    )
  }
  if (y.every((value) => value === 0)) {
    throw new ModelError(
      `“${factor.column}”全是 0，没有什么可以估计。`,
      `“${factor.column}” is 0 everywhere; there is nothing to estimate.`,
    )
  }
  return { y, hit: undefined }
}

function offsetOf({ offset, exposure }: PoissonModel, data: ModelData): Float64Array | undefined {
  const parts: Column[] = []
  if (offset !== undefined) {
    parts.push(numbersFor({ column: offset, use: 'plain', power: 1 }, data))
  }
  if (exposure !== undefined) {
    const found = data.columns.get(exposure)
    if (found?.kind !== 'numbers') throw notNumbers(exposure)
    parts.push(numbersFor({ column: exposure, use: 'log', power: 1 }, data))
  }
  const [first, second] = parts
  if (!first) return undefined
  return first.high.map((value, row) => value + (second?.high[row] ?? 0))
}

const logitFamily: Family = {
  start: (y) => (y + 0.5) / 2,
  link: (mean) => Math.log(mean / (1 - mean)),
  mean: (eta) => 1 / (1 + Math.exp(-eta)),
  variance: (mean) => mean * (1 - mean),
  deviance: (y, mean) => -2 * Math.log(y === 1 ? mean : 1 - mean),
  logLikelihood: (y, mean, weights) =>
    sum(y, (one, row) => {
      const p = mean[row] ?? 0
      return (weights?.[row] ?? 1) * Math.log(one === 1 ? p : 1 - p)
    }),
}

const poissonFamily: Family = {
  start: (y) => y + 0.1,
  link: Math.log,
  mean: Math.exp,
  variance: (mean) => mean,
  deviance: (y, mean) => 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean)),
  logLikelihood: (y, mean, weights) =>
    sum(y, (one, row) => {
      const m = mean[row] ?? 0
      return (weights?.[row] ?? 1) * (one * Math.log(m) - m - lnGamma(one + 1))
    }),
}

function sum(values: Float64Array, of: (value: number, row: number) => number): number {
  let total = 0
  for (const [row, value] of values.entries()) total += of(value, row)
  return total
}
