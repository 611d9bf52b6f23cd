import { readFileSync } from 'node:fs'
import { parseCsv } from '../../desktop/domain/catalogue/importing/csv.ts'
import type { ModelData } from '../../desktop/domain/statistics/regression/data.ts'
import { fitOls } from '../../desktop/domain/statistics/regression/ols.ts'
import { modelSchemas } from '../../desktop/domain/statistics/regression/spec.ts'

interface Certified {
  readonly model: string
  readonly coefficients: readonly number[]
  readonly standard_errors: readonly number[]
  readonly residual_sd: number
  readonly r_squared: number
}

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/nist/${name}`, import.meta.url), 'utf8')

/** Digits that agree, at most 15; where 0 is certified, zeros after the point. */
export function digits(found: number | undefined, wanted: number): number {
  const gap = Math.abs((found ?? Number.NaN) - wanted)
  const off = wanted === 0 ? gap : gap / Math.abs(wanted)
  return off === 0 ? 15 : Math.min(15, -Math.log10(off))
}

function worst(data: ModelData, certified: Certified): number {
  const fit = fitOls(modelSchemas.ols.parse({ test: 'ols', formula: certified.model }), data)
  return Math.min(
    ...certified.coefficients.map((one, at) => digits(fit.coefficients[at]?.estimate, one)),
    ...certified.standard_errors.map((one, at) => digits(fit.coefficients[at]?.se, one)),
    digits(fit.residualSd, certified.residual_sd),
    digits(fit.rSquared, certified.r_squared),
  )
}

/** The fewest digits of each linear set of NIST's Statistical Reference Datasets that is at hand. */
export function nistSets(): { name: string; digits: number }[] {
  const certified = JSON.parse(read('certified.json')) as Record<string, Certified>
  const filed = ['norris', 'longley', 'noint1', 'wampler1'].map((name) => {
    const [head, ...rows] = parseCsv(read(`${name}.csv`), ',').rows
    const columns = (head?.cells ?? []).map((column, at) => ({
      column,
      values: rows.map(({ cells }) => Number(cells[at])),
    }))
    return { name, data: dataOf(columns), certified: certified[name] }
  })
  return [...filed, ...[2, 3, 4, 5].map(wampler)].flatMap((set) =>
    set.certified ? [{ name: set.name, digits: worst(set.data, set.certified) }] : [],
  )
}

function dataOf(columns: readonly { column: string; values: readonly number[] }[]): ModelData {
  return {
    rows: columns[0]?.values.length ?? 0,
    columns: new Map(
      columns.map(({ column, values }) => [
        column,
        { kind: 'numbers', values: Float64Array.from(values) },
      ]),
    ),
  }
}

/** Wampler 2 to 5: polynomials of 0 … 20, with a disturbance that is given too. */
function wampler(which: number) {
  const half = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048]
  const disturbance = [...half, 2048, ...half.toReversed()]
  const [factor = 0, name] = [[0, 1, 100, 10_000][which - 2], `wampler${which}`]
  const step = which === 2 ? 0.1 : 1
  const x = Array.from({ length: 21 }, (_, at) => at)
  const y = x.map((value, at) => {
    // tenths written as quotients, so that nothing is added up of rounded parts
    const powers = [0, 1, 2, 3, 4, 5].map((k) => value ** k * (which === 2 ? 10 ** (5 - k) : 1))
    const sum = powers.reduce((total, one) => total + one, 0)
    return (which === 2 ? sum / 1e5 : sum) + factor * (disturbance[at] ?? 0)
  })
  const errors = [
    2152.3262467817, 2363.55173469681, 779.343524331583, 101.47550755035, 5.64566512170752,
    0.112324854679312,
  ]
  const certified: Certified = {
    model: 'y ~ poly(x, 5)',
    coefficients: [0, 1, 2, 3, 4, 5].map((k) => Number((step ** k).toFixed(5))),
    standard_errors: errors.map((one) => one * factor),
    residual_sd: 2360.14502379268 * factor,
    r_squared: [1, 0.99999555902582, 0.957478440825662, 0.0022466892157494][which - 2] ?? 1,
  }
  return {
    name,
    data: dataOf([
      { column: 'x', values: x },
      { column: 'y', values: y },
    ]),
    certified,
  }
}
