import { speaksOf, type Calculation } from './calculation.ts'
import { calculableColumns, isGrouped, resultColumns } from './columns.ts'
import type { Query } from './query.ts'

/**
 * The query without calculations and orders that speak of columns which are gone, and without chosen
 * columns where they have no place. `own`: the columns of the query's table; where none are known yet,
 * nothing of a query without groups is taken for gone.
 */
export function tidied(query: Query, own: readonly string[]): Query {
  const grouped = isGrouped(query)
  const placed = { ...query, columns: grouped ? [] : query.columns }
  if (own.length === 0 && !grouped) return placed
  const known = calculableColumns(placed, own)
  const calculate: Calculation[] = []
  for (const calculation of query.calculate) {
    const there = [...known, ...calculate.map(({ as }) => as)]
    if (speaksOf(calculation).every((name) => there.includes(name))) calculate.push(calculation)
  }
  const kept = { ...placed, calculate }
  const columns = resultColumns(kept, own)
  return { ...kept, sort: query.sort.filter((entry) => columns.includes(entry.replace(/^-/, ''))) }
}
