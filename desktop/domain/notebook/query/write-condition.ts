import { isName } from '../name.ts'
import type { Condition } from './condition.ts'
import { identifier } from './identifier.ts'

type Scalar = string | number | boolean

/** Every condition at once, as a search condition of SQL. */
export function writeConditions(conditions: readonly Condition[]): string {
  return conditions.map(writeCondition).join(' AND ')
}

function writeCondition(condition: Condition): string {
  const column = identifier(condition.column)
  if (condition.is !== undefined) return equals(column, condition.is, '=', 'IN')
  if (condition.not !== undefined) return equals(column, condition.not, '<>', 'NOT IN')
  if (condition.in !== undefined) {
    return `(len(${condition.in}) = 0 OR list_contains(${condition.in}, ${column}))`
  }
  if (condition.contains !== undefined) {
    return `contains(CAST(${column} AS VARCHAR), ${literal(condition.contains)})`
  }
  if (condition.above !== undefined) return `${column} > ${literal(condition.above)}`
  if (condition.below !== undefined) return `${column} < ${literal(condition.below)}`
  if (condition.empty !== undefined) return `${column} IS ${condition.empty ? '' : 'NOT '}NULL`
  return range(column, condition)
}

function equals(column: string, value: Scalar | readonly Scalar[], one: string, many: string) {
  if (!Array.isArray(value)) return `${column} ${one} ${literal(value as Scalar)}`
  return `${column} ${many} (${value.map((item: Scalar) => literal(item)).join(', ')})`
}

/** A moment on the last day still lies within it. */
function range(column: string, { from, to }: Condition): string {
  const parts: string[] = []
  if (from !== undefined) parts.push(`${column} >= ${literal(from)}`)
  if (to !== undefined) {
    const day = typeof to === 'string' && /^\d{4}-\d\d-\d\d$/.test(to)
    parts.push(`${day ? `CAST(${column} AS DATE)` : column} <= ${literal(to)}`)
  }
  return parts.join(' AND ')
}

/** A value of SQL; a text `$name` is the parameter of that name. */
function literal(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  if (value.startsWith('$') && isName(value.slice(1))) return value
  return `'${value.replaceAll("'", "''")}'`
}
