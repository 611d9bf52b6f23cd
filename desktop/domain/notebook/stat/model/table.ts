import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { Sentence } from '../../problem.ts'
import { firstOf, type ResultTable } from '../../result-table.ts'
import { sqlText } from '../../sql-literal.ts'

/** What a model came to, or why it came to nothing. */
export type Outcome =
  { readonly ok: true; readonly fitted: Fitted } | { readonly ok: false; readonly why: Sentence }

const texts = ['part', 'term', 'time', 'group_name'] as const
const numbers = ['estimate', 'se', 'statistic', 'p', 'low', 'high', 'since', 'n'] as const
type Row = Partial<Record<(typeof texts)[number], string>> &
  Partial<Record<(typeof numbers)[number], number>>

/**
 * The query that makes a model's table, for charts and quotes: a row for each coefficient
 * (`part` is `coefficient`), of a difference in differences for each period since the start (`event`)
 * and each group's mean (`mean`) too. `facts` of the first row has everything, to be told from.
 */
export function tableQuery(outcome: Outcome): string {
  const rows = outcome.ok ? rowsOf(outcome.fitted) : [{}]
  const facts = sqlText(JSON.stringify(outcome))
  const lines = rows.map((row, at) =>
    [
      ...texts.map((name) => textLiteral(row[name])),
      ...numbers.map((name) => numberLiteral(row[name])),
      at === 0 ? facts : 'NULL',
    ].join(', '),
  )
  const list = [
    ...texts.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`),
    ...numbers.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`),
    'CAST(facts AS VARCHAR) AS facts',
  ]
  const names = [...texts, ...numbers, 'facts'].join(', ')
  const values = lines.map((line) => `(${line})`).join(',\n')
  return `SELECT ${list.join(', ')}\nFROM (VALUES\n${values}\n) AS model(${names})`
}

function rowsOf(fitted: Fitted): Row[] {
  const coefficients = fitted.coefficients.map((one) => ({ part: 'coefficient', ...one }))
  if (fitted.test !== 'did') return coefficients
  const events = fitted.events.map((one) => ({ part: 'event', ...one }))
  const means = fitted.means.map(({ time, group, mean, n }) => {
    return { part: 'mean', time, group_name: group, estimate: mean, n }
  })
  return [...coefficients, ...events, ...means]
}

const textLiteral = (text: string | undefined) => (text === undefined ? 'NULL' : sqlText(text))

/** With an exponent it is a double to the engine, never a decimal. */
const numberLiteral = (value: number | undefined) =>
  value === undefined || !Number.isFinite(value) ? 'NULL' : value.toExponential()

/** What the table was made of; nothing where it is no model's. */
export function outcomeIn(table: ResultTable): Outcome | undefined {
  const facts = firstOf(table, 'facts')
  return typeof facts === 'string' ? (JSON.parse(facts) as Outcome) : undefined
}
