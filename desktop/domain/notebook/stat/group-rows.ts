import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeCell } from '../value.ts'
import { say } from './finished.ts'
import { valuesIn } from './statistics-row.ts'
import { mostGroups } from './write-parts.ts'

/** Two groups and the chance of what lies between them. */
export interface Pair {
  readonly a: string
  readonly b: string
  readonly p: number
  /** Whether the first is the higher, where that is known. */
  readonly above?: boolean
}

/** The groups' names by row; null is of rows without a group. */
export function groupNames(
  table: ResultTable,
): readonly { readonly name: string | null; readonly row: number }[] {
  return valuesIn(table, 'group_name').map((value, row) => ({
    name: value === null ? null : writeCell(value),
    row,
  }))
}

/** Every two, each pair once. */
export function pairsOf<One>(list: readonly One[]): (readonly [One, One])[] {
  return list.flatMap((first, at) => list.slice(at + 1).map((second) => [first, second] as const))
}

export const tooMany = (groups: number): Sentence | undefined =>
  groups > mostGroups
    ? say(
        `分出来超过 ${mostGroups} 组，请换一列，或者先合并。`,
        `There are more than ${mostGroups} groups: choose another column or merge some.`,
      )
    : undefined
