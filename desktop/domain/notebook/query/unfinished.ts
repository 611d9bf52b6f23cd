import { groupName } from './write-measure.ts'
import type { Group, Query } from './query.ts'

type Period = Extract<Group, { by: unknown }>['by']

/** A period at the end of a result that is not over: beside whole ones it says less than it seems. */
export interface Unfinished {
  /** The result's column that holds the periods. */
  readonly column: string
  readonly by: Period
  /** The period's first day, and the last day of which there are data (`YYYY-MM-DD`). */
  readonly from: string
  readonly last: string
}

/**
 * The periods of a query whose last one its data do not fill. `lastOf`: the latest value of a column,
 * where that is known, as text that begins with the day.
 */
export function unfinishedPeriods(
  { group, where }: Pick<Query, 'group' | 'where'>,
  lastOf: (column: string) => string | undefined,
): Unfinished[] {
  return group.flatMap((one): Unfinished[] => {
    if (!('by' in one)) return []
    const known = dayOf(lastOf(one.column))
    if (known === undefined) return []
    const last = where
      .filter(({ column }) => column === one.column)
      .reduce((day, { to }) => earlier(day, dayOf(to)), known)
    const next = nextPeriod(last, one.by)
    if (nextPeriod(last, 'day') === next) return []
    return [{ column: groupName(one), by: one.by, from: startOf(last, one.by), last }]
  })
}

const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined

const earlier = (day: string, other: string | undefined) =>
  other !== undefined && other < day ? other : day

const months = { year: 12, quarter: 3, month: 1 } as const

/** The first day of the period after the one that a day lies in. */
function nextPeriod(day: string, by: Period): string {
  const date = new Date(`${startOf(day, by)}T00:00:00Z`)
  if (by === 'day' || by === 'week') date.setUTCDate(date.getUTCDate() + (by === 'week' ? 7 : 1))
  else date.setUTCMonth(date.getUTCMonth() + months[by])
  return iso(date)
}

/** The first day of the period that a day lies in; weeks begin on Monday, as DuckDB's do. */
function startOf(day: string, by: Period): string {
  const date = new Date(`${day}T00:00:00Z`)
  const month = date.getUTCMonth()
  if (by === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  else if (by !== 'day') date.setUTCMonth({ year: 0, quarter: month - (month % 3), month }[by], 1)
  return iso(date)
}

const iso = (date: Date) => date.toISOString().slice(0, 10)
