import { parameterOf, valueText, type Condition } from './condition.ts'
import { identifier } from './identifier.ts'

type Scalar = string | number | boolean

/** Every condition at once, as a search condition of SQL. */
export function writeConditions(conditions: readonly Condition[]): string {
  return conditions.map(writeCondition).join(' AND ')
}

function writeCondition(condition: Condition): string {
  const column = identifier(condition.column)
  if (condition.is !== undefined) return equals(column, condition.is)
  if (condition.not !== undefined) return differs(column, condition.not)
  if (condition.in !== undefined) {
    // chosen from a list they are texts, whatever the column holds
    const held = `list_contains(CAST(${condition.in} AS VARCHAR[]), CAST(${column} AS VARCHAR))`
    return `(len(${condition.in}) = 0 OR ${held})`
  }
  if (condition.contains !== undefined) {
    return `contains(CAST(${column} AS VARCHAR), ${literal(condition.contains)})`
  }
  if (condition.above !== undefined) return `${column} > ${literal(condition.above)}`
  if (condition.below !== undefined) return `${column} < ${literal(condition.below)}`
  if (condition.empty !== undefined) return `${column} IS ${condition.empty ? '' : 'NOT '}NULL`
  return range(column, condition)
}

type Values = Scalar | readonly Scalar[]

function equals(column: string, value: Values): string {
  return isOne(value) ? `${column} = ${literal(value)}` : `${column} IN (${list(value)})`
}

/** What has no value differs from every value, as in a spreadsheet's filter. */
function differs(column: string, value: Values): string {
  if (isOne(value)) return `${column} IS DISTINCT FROM ${literal(value)}`
  return `(${column} NOT IN (${list(value)}) OR ${column} IS NULL)`
}

const isOne = (value: Values): value is Scalar => typeof value !== 'object'
const list = (values: readonly Scalar[]) => values.map((value) => literal(value)).join(', ')

/** A moment on the last day still lies within it. */
function range(column: string, { from, to }: Condition): string {
  const parts: string[] = []
  if (from !== undefined) parts.push(`${column} >= ${literal(from)}`)
  if (to !== undefined) {
    parts.push(until(column, to))
  }
  return parts.join(' AND ')
}

function until(column: string, to: Scalar): string {
  const end = `${column} <= ${literal(to)}`
  if (typeof to !== 'string') return end
  if (/^\d{4}-\d\d-\d\d$/.test(to)) return `CAST(${column} AS DATE) <= ${literal(to)}`
  if (parameterOf(to) === undefined) return end
  // whether the parameter is a day or a number is not known before it runs
  return `(${end} OR starts_with(CAST(${column} AS VARCHAR), CAST(${to} AS VARCHAR) || ' '))`
}

/** A value of SQL; a text `$name` is the parameter of that name. */
function literal(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  if (parameterOf(value) !== undefined) return value
  return `'${valueText(value).replaceAll("'", "''")}'`
}
