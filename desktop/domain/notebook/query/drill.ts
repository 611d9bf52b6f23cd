import type { CellValue } from '../value.ts'
import { textValue, type Condition } from './condition.ts'
import type { Group, Query } from './query.ts'
import { groupName } from './write-measure.ts'

/** A value of a group as a result shows it: dates as `YYYY-MM-DD`. */
export type GroupValue = string | number | boolean | null

/** A value of a result as conditions take it. */
export function groupValue(value: CellValue): GroupValue {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'bigint' ? Number(value) : value
  }
  if (value.kind === 'decimal') return Number(value.digits) / 10 ** value.scale
  const iso = new Date(value.ms).toISOString()
  return value.kind === 'date' ? iso.slice(0, 10) : iso.slice(0, -1).replace('T', ' ')
}

/**
 * The rows behind one row of a grouped result: the same table, joins and conditions, and for each group
 * that it has the value of that row. `values` by the names of the result's columns.
 */
export function drillQuery(
  query: Query,
  values: Readonly<Record<string, GroupValue>>,
): Query | undefined {
  const conditions = query.group.map((group) => {
    const name = groupName(group)
    return Object.hasOwn(values, name) ? within(group, values[name] ?? null) : undefined
  })
  if (!conditions.every((one): one is Condition[] => one !== undefined)) return undefined
  return {
    from: query.from,
    join: query.join,
    where: [...query.where, ...conditions.flat()],
    columns: [],
    group: [],
    measure: [],
    calculate: [],
    sort: [],
  }
}

function within(group: Group, value: GroupValue): Condition[] | undefined {
  const { column } = group
  if (value === null) return [{ column, empty: true }]
  if ('by' in group) {
    const end = typeof value === 'string' ? lastDay(value, group.by) : undefined
    return end === undefined ? undefined : [{ column, from: String(value), to: end }]
  }
  if ('width' in group) {
    if (typeof value !== 'number') return undefined
    return [
      { column, from: value },
      { column, below: value + group.width },
    ]
  }
  return [{ column, is: typeof value === 'string' ? textValue(value) : value }]
}

const months = { year: 12, quarter: 3, month: 1 } as const

/** The last day of the period that begins on a day (`YYYY-MM-DD`); nothing where that is no day. */
function lastDay(day: string, period: 'year' | 'quarter' | 'month' | 'week' | 'day') {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return undefined
  if (period === 'week') date.setUTCDate(date.getUTCDate() + 6)
  else if (period !== 'day') {
    date.setUTCMonth(date.getUTCMonth() + months[period])
    date.setUTCDate(date.getUTCDate() - 1)
  }
  return date.toISOString().slice(0, 10)
}
