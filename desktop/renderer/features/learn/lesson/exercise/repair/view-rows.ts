import type { RepairTable } from '../../../../../../domain/course/repair/exercise.ts'
import { bare } from '../../../../../../domain/course/repair/same-value.ts'

export interface RowSort {
  /** Index of the column; −1 for the row's own number. */
  readonly column: number
  readonly descending: boolean
}

export interface RowWish {
  /** A row is shown where one of its cells has this in it, in whatever way of writing. */
  readonly text: string
  readonly sort: RowSort | undefined
  /** Rows from 0 that alone are shown; nothing: all. */
  readonly only: ReadonlySet<number> | undefined
}

const collator = new Intl.Collator('zh', { numeric: true })

/** Rows from 0 in the order in which they are shown; empty cells come last, ties stay as they were. */
export function viewRows(
  { rows }: Pick<RepairTable, 'rows'>,
  { text, sort, only }: RowWish,
): number[] {
  const wanted = bare(text)
  const shown = rows.flatMap((row, index) => {
    if (only && !only.has(index)) return []
    return wanted === '' || row.some((cell) => bare(cell).includes(wanted)) ? [index] : []
  })
  if (!sort) return shown
  const sign = sort.descending ? -1 : 1
  if (sort.column < 0) return sort.descending ? shown.reverse() : shown
  const cellOf = (row: number) => rows[row]?.[sort.column] ?? ''
  return shown.sort((a, b) => {
    const [one, other] = [cellOf(a), cellOf(b)]
    if (one === '' || other === '') return Number(one === '') - Number(other === '') || a - b
    return sign * collator.compare(one, other) || a - b
  })
}
