import { upperChiSquare, upperF } from '../distributions.ts'
import { centredSquares, dot, weighted, type Column } from './column.ts'
import { leverageOf, sandwich } from './covariance.ts'
import type { ModelData } from './data.ts'
import { designOf, interceptName, numbersFor, type Term } from './design.ts'
import { conditionOf, durbinWatson, extreme, inflation } from './diagnostics.ts'
import type { JointTest, LinearFit } from './fit.ts'
import { columnsOf } from './formula.ts'
import { leastSquares, type LeastSquares } from './least-squares.ts'
import { clustersOf, completeRows, enoughRows, formulaOf, type Complete } from './rows.ts'
import type { OlsModel } from './spec.ts'
import { coefficientsOf } from './tell.ts'
import { single } from './twofold.ts'

/**
 * Ordinary or weighted least squares. A term that is a sum of terms before it is left out and named, as
 * R does. Errors: `classic`; `hc1` and `hc3`, with n − k degrees of freedom; `cluster`, with the factor
 * G/(G − 1)·(n − 1)/(n − k) and G − 1 degrees.
 */
export function fitOls(spec: OlsModel, all: ModelData): LinearFit {
  const formula = formulaOf(spec)
  const grouped = spec.se === 'cluster' && spec.cluster !== undefined ? [spec.cluster] : []
  const ordered = spec.order === undefined ? [] : [spec.order]
  const names = [...columnsOf(formula), ...grouped, ...ordered]
  const rows = completeRows(all, names, spec.weights)
  const terms = designOf(formula, rows.data)
  const y = numbersFor(formula.response, rows.data)
  const columns = terms.map(({ column }) => column)
  enoughRows(rows.data.rows, 1)
  const fit = leastSquares(columns, y, rows.weights)
  enoughRows(rows.data.rows, fit.kept.length)
  const kept = terms.filter((_, at) => fit.kept.includes(at))
  const { covariance, degrees, clusters, leverage } = errorsOf(spec, fit, rows)
  const about = { terms: kept, y, fit, rows, intercept: formula.intercept }
  return {
    n: rows.data.rows,
    missing: rows.missing,
    weightless: rows.weightless,
    collinear: terms.filter((_, at) => !fit.kept.includes(at)).map(({ name }) => name),
    coefficients: coefficientsOf(
      kept.map(({ name }) => name),
      fit.estimates,
      covariance,
      { degrees, confidence: spec.confidence },
    ),
    degrees,
    clusters,
    ...diagnosticsOf(about, leverage),
    durbinWatson: durbinWatson(rows.data, spec.order, fit.residuals),
  }
}

interface Errors {
  readonly covariance: readonly Float64Array[]
  readonly degrees: number
  readonly clusters: number | undefined
  readonly leverage: Float64Array
}

function errorsOf(spec: OlsModel, fit: LeastSquares, { data, weights }: Complete): Errors {
  const [n, k] = [data.rows, fit.kept.length]
  const leverage = leverageOf(fit, weights)
  const variance = squares(fit.residuals, weights) / (n - k)
  const by = (matrix: readonly Float64Array[], factor: number) =>
    matrix.map((line) => line.map((value) => value * factor))
  const plain = { degrees: n - k, clusters: undefined, leverage }
  if (spec.se === 'classic') return { covariance: by(fit.inverse, variance), ...plain }
  const scores = fit.residuals.map((value, row) => value * (weights?.[row] ?? 1))
  const clusters = spec.se === 'cluster' ? clustersOf(data, spec.cluster) : undefined
  const covariance = sandwich(fit, spec.se, { scores, leverage, clusters })
  if (!clusters) {
    return { covariance: by(covariance, spec.se === 'hc1' ? n / (n - k) : 1), ...plain }
  }
  const groups = clusters.levels.length
  const factor = (groups / (groups - 1)) * ((n - 1) / (n - k))
  return {
    covariance: by(covariance, factor),
    degrees: groups - 1,
    clusters: groups,
    leverage,
  }
}

/** Σ w·e², kept from the small errors of a plain sum. */
function squares(values: Float64Array, weights: Float64Array | undefined): number {
  const column: Column = { high: values, low: undefined }
  return single(dot(column, weighted(column, weights)))
}

interface About {
  readonly terms: readonly Term[]
  readonly y: Column
  readonly fit: LeastSquares
  readonly rows: Complete
  readonly intercept: boolean
}

function diagnosticsOf({ terms, y, fit, rows, intercept }: About, leverage: Float64Array) {
  const { weights, places } = rows
  const [n, k] = [rows.data.rows, fit.kept.length]
  const rss = squares(fit.residuals, weights)
  const tss = intercept ? centredSquares(y, weights) : squares(y.high, weights)
  const variance = rss / (n - k)
  const rSquared = 1 - rss / tss
  const own = terms.some(({ name }) => name === interceptName) ? k - 1 : k
  const cook = leverage.map((h, row) => {
    const square = (fit.residuals[row] ?? 0) ** 2 * (weights?.[row] ?? 1)
    return (square * h) / (k * variance * (1 - h) ** 2)
  })
  return {
    rSquared,
    adjusted: 1 - rss / (n - k) / (tss / (n - (intercept ? 1 : 0))),
    residualSd: Math.sqrt(variance),
    f: own > 0 ? fTest((tss - rss) / own / variance, own, n - k) : undefined,
    condition: conditionOf(fit),
    vif: intercept ? inflation(terms, fit, weights) : [],
    leverage: extreme(leverage, places),
    cook: extreme(cook, places),
    breuschPagan: weights || own === 0 ? undefined : breuschPagan(fit, own),
  }
}

function fTest(statistic: number, above: number, below: number): JointTest {
  return { statistic, degrees: [above, below], p: upperF(statistic, above, below) }
}

/**
 * Breusch and Pagan's test that the scatter is the same everywhere, in R. Koenker's form:
 * n·R² of the squared residuals on the same terms (J. Econometrics 17, 1981).
 */
function breuschPagan(
  { columns, residuals }: LeastSquares,
  degrees: number,
): JointTest | undefined {
  const n = residuals.length
  const most = residuals.reduce((high, value) => Math.max(high, Math.abs(value)), 0)
  if (!(most > 0)) return undefined
  const square: Column = { high: residuals.map((value) => (value / most) ** 2), low: undefined }
  const whole = centredSquares(square, undefined)
  if (!(whole > 0)) return undefined
  const left = squares(leastSquares(columns, square, undefined).residuals, undefined)
  const statistic = n * (1 - left / whole)
  return { statistic, degrees: [degrees, undefined], p: upperChiSquare(statistic, degrees) }
}
