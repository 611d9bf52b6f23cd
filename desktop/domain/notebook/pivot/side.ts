import { identifier } from '../query/identifier.ts'
import type { Group } from '../query/query.ts'
import { groupName, writeGroup } from '../query/write-measure.ts'

/** One side of a crosstab: its fields from the outermost to the innermost, and how they are ordered. */
export interface Side {
  /** `row` or `column`: what the names of its columns begin with. */
  readonly of: 'row' | 'column'
  readonly groups: readonly Group[]
  readonly totals: boolean
  readonly order: readonly string[]
}

/** What a group is in SQL, without its name. */
export function groupExpression(group: Group): string {
  const written = writeGroup(group)
  const named = ` AS ${identifier(groupName(group))}`
  return written.endsWith(named) ? written.slice(0, -named.length) : written
}

/** How many of the side's fields are still apart, for each kind of line that is wanted: the details first. */
export function depths({ groups, totals }: Side): number[] {
  const all = groups.length
  return totals ? Array.from({ length: all + 1 }, (_, folded) => all - folded) : [all]
}

/** The measure that the side is ordered by. */
export function orderMeasure({ order }: Side, measures: readonly string[]) {
  const found = order.find((entry) => measures.includes(bare(entry)))
  return found === undefined ? undefined : { name: bare(found), descending: found.startsWith('-') }
}

/** Whether a field of the side goes from high to low. */
export function isDescending({ order }: Side, field: string): boolean {
  return order.includes(`-${field}`)
}

const bare = (entry: string) => (entry.startsWith('-') ? entry.slice(1) : entry)
