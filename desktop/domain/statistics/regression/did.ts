import { sandwich } from './covariance.ts'
import type { Column } from './column.ts'
import type { ModelData } from './data.ts'
import { ModelError, numbersFor } from './design.ts'
import type { Coefficient, Fit, JointTest } from './fit.ts'
import { leastSquares } from './least-squares.ts'
import { panelOf, type Panel } from './panel.ts'
import { clustersOf, completeRows, enoughRows } from './rows.ts'
import type { DidModel } from './spec.ts'
import { coefficientsOf, waldTest } from './tell.ts'
import { within } from './within.ts'

export interface EventEffect extends Coefficient {
  /** Periods since the start; −1, the last before it, is the base. */
  readonly since: number
}

export interface GroupMean {
  readonly time: string
  readonly group: 'treated' | 'control'
  readonly mean: number
  readonly n: number
}

export interface DidFit extends Fit {
  readonly units: number
  readonly treatedUnits: number
  readonly periods: number
  readonly staggered: boolean
  readonly balanced: boolean
  readonly events: readonly EventEffect[]
  /** That all effects before the start are 0; nothing where there is no second period before it. */
  readonly preTrends: JointTest | undefined
  readonly means: readonly GroupMean[]
  /** The first treated period, where all start together. */
  readonly start: string | undefined
  readonly residualSd: number
  /** R² of what the effects of units and periods leave. */
  readonly rSquared: number
}

export const effectName = 'treated:post'

/**
 * Difference in differences with effects of units and periods. Errors by clusters, units unless said,
 * with G/(G − 1)·(n − 1)/(n − k) where k counts no effects of units that lie within clusters
 * (A. C. Cameron, D. L. Miller, J. Human Resources 50, 2015), and G − 1 degrees of freedom.
 */
export function fitDid(spec: DidModel, all: ModelData): DidFit {
  const more = spec.cluster === undefined ? spec.controls : [...spec.controls, spec.cluster]
  const needed = [spec.outcome, spec.unit, spec.time, spec.treated, ...more]
  const rows = completeRows(all, needed, undefined)
  enoughRows(rows.data.rows, 2)
  const panel = panelOf(spec, rows.data)
  const plain = (column: string) => numbersFor({ column, use: 'plain', power: 1 }, rows.data)
  const y = plain(spec.outcome).high
  const controls = spec.controls.map((name) => ({ name, values: plain(name).high }))
  const post = panel.starts.map((start, row) =>
    start >= 0 && (panel.time.codes[row] ?? 0) >= start ? 1 : 0,
  )
  const fitting: Fitting = { spec, panel, data: rows.data, y }
  const effect = { name: effectName, values: Float64Array.from(post) }
  const main = estimate(fitting, [effect, ...controls])
  if (main.coefficients[0]?.term !== effectName) throw noContrast()
  const events = eventsOf(fitting, controls)
  const treated = new Set(panel.unit.codes.filter((_, row) => panel.treated[row] === 1))
  const [units, periods] = [panel.unit.levels.length, panel.time.levels.length]
  return {
    n: rows.data.rows,
    missing: rows.missing,
    weightless: 0,
    ...main,
    units,
    treatedUnits: treated.size,
    periods,
    staggered: panel.staggered,
    balanced: rows.data.rows === units * periods,
    ...events,
    means: meansOf(panel, y),
    start: panel.staggered ? undefined : firstStart(panel),
  }
}

const noContrast = () =>
  new ModelError(
    '实施前后的差别和单位、时期的差别分不开，估不出效果。',
    'The change at the start cannot be told from units and periods, so there is no effect to estimate.',
  )

function firstStart({ starts, time }: Panel): string | undefined {
  return time.levels[starts.find((start) => start >= 0) ?? -1]
}

interface Fitting {
  readonly spec: DidModel
  readonly panel: Panel
  readonly data: ModelData
  readonly y: Float64Array
}
interface Named {
  readonly name: string
  readonly values: Float64Array
}

function estimate({ spec, panel, data, y }: Fitting, terms: readonly Named[]) {
  const sides = [panel.unit, panel.time]
  const inner = (values: Float64Array): Column => ({ high: within(values, sides), low: undefined })
  // what the effects take wholly leaves rounding only, which is no column to fit
  const columns = terms.map(({ values }) => cleaned(inner(values), values))
  const target = inner(y)
  const fit = leastSquares(columns, target, undefined)
  const clusters = clustersOf(data, spec.cluster ?? spec.unit)
  const kept = terms.filter((_, at) => fit.kept.includes(at))
  const ownUnit = spec.cluster === undefined || nested(panel.unit.codes, clusters.codes)
  const [n, periods, units] = [data.rows, panel.time.levels.length, panel.unit.levels.length]
  const counted = kept.length + periods - 1 + (ownUnit ? 1 : units)
  const free = n - (kept.length + periods - 1 + units)
  if (free < 1) enoughRows(n, n)
  const leverage = new Float64Array(n)
  const made = sandwich(fit, 'cluster', { scores: fit.residuals, leverage, clusters })
  const groups = clusters.levels.length
  const factor = (groups / (groups - 1)) * ((n - 1) / (n - counted))
  const covariance = made.map((line) => line.map((value) => value * factor))
  const rss = fit.residuals.reduce((sum, value) => sum + value * value, 0)
  const tss = target.high.reduce((sum, value) => sum + value * value, 0)
  const names = kept.map(({ name }) => name)
  const how = { degrees: groups - 1, confidence: spec.confidence }
  return {
    coefficients: coefficientsOf(names, fit.estimates, covariance, how),
    covariance,
    collinear: terms.filter((one) => !kept.includes(one)).map(({ name }) => name),
    degrees: groups - 1,
    clusters: groups,
    residualSd: Math.sqrt(rss / free),
    rSquared: tss > 0 ? 1 - rss / tss : Number.NaN,
  }
}

function cleaned(column: Column, before: Float64Array): Column {
  const length = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, one) => sum + one * one, 0))
  if (length(column.high) > 1e-10 * length(before)) return column
  return { high: new Float64Array(before.length), low: undefined }
}

/** Whether every unit lies within one cluster. */
function nested(units: Int32Array, clusters: Int32Array): boolean {
  const homes = new Map<number, number>()
  return units.every((unit, row) => {
    const cluster = clusters[row] ?? -1
    const home = homes.get(unit) ?? cluster
    homes.set(unit, home)
    return home === cluster
  })
}

function eventsOf(fitting: Fitting, controls: readonly Named[]) {
  const { panel } = fitting
  const since = panel.starts.map((start, row) => (panel.time.codes[row] ?? 0) - start)
  const times = [...new Set(since.filter((_, row) => (panel.starts[row] ?? -1) >= 0))]
    .filter((one) => one !== -1)
    .sort((a, b) => a - b)
  const terms = times.map((time) => ({
    name: `since:${time}`,
    values: Float64Array.from(since, (one, row) =>
      one === time && (panel.starts[row] ?? -1) >= 0 ? 1 : 0,
    ),
  }))
  const { coefficients, covariance, degrees } = estimate(fitting, [...terms, ...controls])
  const events = coefficients.flatMap((one) => {
    const time = times.find((each) => `since:${each}` === one.term)
    return time === undefined ? [] : [{ ...one, since: time }]
  })
  const before = coefficients.flatMap((one, at) =>
    events.some(({ term, since: time }) => term === one.term && time < 0) ? [at] : [],
  )
  const preTrends = waldTest(
    before.map((at) => coefficients[at]?.estimate ?? 0),
    before.map((i) => before.map((j) => covariance[i]?.[j] ?? 0)),
    degrees,
  )
  const none = { estimate: 0, se: 0, statistic: 0, p: 1, low: 0, high: 0 }
  const base = { term: 'since:-1', since: -1, ...none }
  const all = [...events, base].sort((a, b) => a.since - b.since)
  return { events: all, preTrends }
}

function meansOf({ time, treated }: Panel, y: Float64Array): GroupMean[] {
  const sums = new Float64Array(2 * time.levels.length)
  const counts = new Float64Array(2 * time.levels.length)
  for (const [row, value] of y.entries()) {
    const at = 2 * (time.codes[row] ?? 0) + (treated[row] ?? 0)
    sums[at] = (sums[at] ?? 0) + value
    counts[at] = (counts[at] ?? 0) + 1
  }
  return time.levels.flatMap((level, code) =>
    (['control', 'treated'] as const).flatMap((group, which) => {
      const n = counts[2 * code + which] ?? 0
      return n > 0 ? [{ time: level, group, mean: (sums[2 * code + which] ?? 0) / n, n }] : []
    }),
  )
}
