import { fold } from './names.ts'

/** Rows from `from` up to, not including, `to`. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

interface Named {
  readonly name: string
}

export function hasColumn(columns: readonly Named[], name: string): boolean {
  return columns.some((column) => fold(column.name) === fold(name))
}

/**
 * What follows FROM to take these rows of a table that was made at once: there row ids are row numbers
 * and find their place in the table directly. A column of the user's named `rowid` hides them.
 */
export function rowRange(columns: readonly Named[], { from, to }: RowRange): string {
  return hasColumn(columns, 'rowid')
    ? `LIMIT ${to - from} OFFSET ${from}`
    : `WHERE rowid >= ${from} AND rowid < ${to}`
}
