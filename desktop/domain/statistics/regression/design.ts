import type { Sentence } from '../../notebook/problem.ts'
import { constant, type Column } from './column.ts'
import { categoriesOf, type ModelData } from './data.ts'
import type { Factor, Formula } from './formula.ts'
import { multiply, power, productOf } from './twofold.ts'

/** A column of the design under the name that statisticians' programs give it. */
export interface Term {
  readonly name: string
  readonly column: Column
}

/** A model that cannot be fitted, and why. */
export class ModelError extends Error {
  readonly why: Sentence
  constructor(zh: string, en: string) {
    super(zh)
    this.why = { zh, en }
  }
}

export const interceptName = '(Intercept)'

/** More terms than this are no model that anyone reads. */
export const mostTerms = 200

/** The design of complete rows: categories become one column for each but the first, as in R. */
export function designOf(formula: Formula, data: ModelData): Term[] {
  const present = new Set(formula.terms.map(keyOf))
  if (formula.intercept) present.add('')
  const start: Term[] = formula.intercept
    ? [{ name: interceptName, column: constant(data.rows) }]
    : []
  return formula.terms.reduce((terms, term) => {
    const more = productOfTerm(term, data, present)
    if (terms.length + more.length > mostTerms) {
      throw new ModelError(
        `模型的项超过 ${mostTerms} 个。请合并类别，或少选几列。`,
        `The model has more than ${mostTerms} terms. Merge categories or choose fewer columns.`,
      )
    }
    return [...terms, ...more]
  }, start)
}

const keyOf = (term: readonly Factor[]) => term.map(nameOf).sort().join(':')

function productOfTerm(term: readonly Factor[], data: ModelData, present: Set<string>): Term[] {
  let made: Term[] = []
  for (const [at, factor] of term.entries()) {
    const margin = keyOf(term.filter((_, other) => other !== at))
    // where what is left of the term is not in the model, every category has a column of its own
    const full = !present.has(margin)
    const own = columnsFor(factor, data, full)
    if (full && margin === '' && isCategory(factor, data)) present.add('')
    made = at === 0 ? own : own.flatMap((right) => made.map((left) => times(left, right)))
  }
  return made
}

const isCategory = (factor: Factor, { columns }: ModelData) =>
  factor.use === 'category' || columns.get(factor.column)?.kind === 'texts'

function columnsFor(factor: Factor, data: ModelData, full: boolean): Term[] {
  if (!isCategory(factor, data)) return [{ name: nameOf(factor), column: numbersFor(factor, data) }]
  const column = data.columns.get(factor.column)
  if (factor.power > 1 || factor.use === 'log' || !column) throw notNumbers(factor.column)
  const { levels, codes } = categoriesOf(column)
  if (levels.length > mostTerms) {
    throw new ModelError(
      `“${factor.column}”有 ${levels.length} 种值，最多能有 ${mostTerms} 种。`,
      `“${factor.column}” has ${levels.length} values; at most ${mostTerms} can be told apart.`,
    )
  }
  return levels.slice(full ? 0 : 1).map((level, at) => {
    const code = full ? at : at + 1
    const high = Float64Array.from(codes, (one) => (one === code ? 1 : 0))
    return { name: `${nameOf(factor)}${level}`, column: { high, low: undefined } }
  })
}

export const notNumbers = (column: string) =>
  new ModelError(`“${column}”不是数。`, `“${column}” is not a number.`)

/** A column's numbers as a formula asks for them: itself, a power, its logarithm. */
export function numbersFor({ column, use, power: exponent }: Factor, data: ModelData): Column {
  const found = data.columns.get(column)
  if (found?.kind !== 'numbers') throw notNumbers(column)
  if (use === 'log') {
    const bad = found.values.findIndex((value) => !(value > 0))
    if (bad >= 0) {
      throw new ModelError(
        `“${column}”里有不大于 0 的数，取不了对数。`,
        `“${column}” has numbers that are not above 0; they have no logarithm.`,
      )
    }
    return { high: found.values.map(Math.log), low: undefined }
  }
  if (exponent === 1) return { high: found.values, low: undefined }
  const [high, low] = [new Float64Array(data.rows), new Float64Array(data.rows)]
  for (const [row, value] of found.values.entries()) {
    const raised = power([value, 0], exponent)
    high[row] = raised[0]
    low[row] = raised[1]
  }
  if (high.some((value) => !Number.isFinite(value))) {
    throw new ModelError(
      `“${column}”的 ${exponent} 次方太大，算不了。`,
      `“${column}” to the power ${exponent} is too large.`,
    )
  }
  return { high, low }
}

function times(a: Term, b: Term): Term {
  const rows = a.column.high.length
  const [high, low] = [new Float64Array(rows), new Float64Array(rows)]
  const exact = !a.column.low && !b.column.low
  for (let row = 0; row < rows; row++) {
    const [x, y] = [a.column.high[row] ?? 0, b.column.high[row] ?? 0]
    const product = exact
      ? productOf(x, y)
      : multiply([x, a.column.low?.[row] ?? 0], [y, b.column.low?.[row] ?? 0])
    high[row] = product[0]
    low[row] = product[1]
  }
  return { name: `${a.name}:${b.name}`, column: { high, low } }
}

/** A factor as R writes it. */
export function nameOf({ column, use, power: exponent }: Factor): string {
  if (use === 'category') return `factor(${column})`
  if (use === 'log') return `log(${column})`
  return exponent === 1 ? column : `I(${column}^${exponent})`
}
