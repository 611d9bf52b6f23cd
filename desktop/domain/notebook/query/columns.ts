import type { Join, Query } from './query.ts'
import { groupName } from './write-measure.ts'

/** Whether rows are put together, rather than shown as they are. */
export function isGrouped({ group, measure }: Pick<Query, 'group' | 'measure'>): boolean {
  return group.length + measure.length > 0
}

/** Under which names a join adds columns. */
export function takenNames({ take }: Pick<Join, 'take'>): string[] {
  return take.map((taken) => (typeof taken === 'string' ? taken : taken.as))
}

/** The columns that conditions, groups and measures can speak of: the table's and those taken beside it. */
export function sourceColumns(query: Pick<Query, 'join'>, own: readonly string[]): string[] {
  return [...own, ...query.join.flatMap(takenNames)]
}

/** The columns of the grouped rows. */
export function groupedColumns({ group, measure }: Pick<Query, 'group' | 'measure'>): string[] {
  return [...group.map(groupName), ...measure.map(({ as }) => as)]
}

/** The columns that calculations can speak of: of the grouped rows, else those that are kept. */
export function calculableColumns(query: Query, own: readonly string[]): string[] {
  if (isGrouped(query)) return groupedColumns(query)
  return query.columns.length > 0 ? [...query.columns] : sourceColumns(query, own)
}

/** The columns of the result, by which it can be sorted. */
export function resultColumns(query: Query, own: readonly string[]): string[] {
  return [...calculableColumns(query, own), ...query.calculate.map(({ as }) => as)]
}

/** A name that none of these is: `件数`, `件数 2` … */
export function freeColumnName(base: string, taken: readonly string[]): string {
  let name = base
  for (let count = 2; taken.includes(name); count += 1) name = `${base} ${count}`
  return name
}
