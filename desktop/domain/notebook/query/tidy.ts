import { speaksOf, type Calculation } from './calculation.ts'
import { groupedColumns, isGrouped, resultColumns } from './columns.ts'
import type { Query } from './query.ts'

/**
 * The query without calculations and orders that speak of columns which are gone; without calculations
 * and chosen columns where these have no place. `own`: the columns of the query's table.
 */
export function tidied(query: Query, own: readonly string[]): Query {
  const grouped = isGrouped(query)
  const known = groupedColumns(query)
  const calculate: Calculation[] = []
  for (const calculation of grouped ? query.calculate : []) {
    const there = [...known, ...calculate.map(({ as }) => as)]
    if (speaksOf(calculation).every((name) => there.includes(name))) calculate.push(calculation)
  }
  const kept = { ...query, calculate, columns: grouped ? [] : query.columns }
  const columns = resultColumns(kept, own)
  const sort = query.sort.filter((entry) => columns.includes(entry.replace(/^-/, '')))
  return { ...kept, sort: own.length === 0 && !grouped ? query.sort : sort }
}
