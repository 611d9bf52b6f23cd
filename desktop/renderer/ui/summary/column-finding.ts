import type { ColumnSummary } from '../../../contract/table.ts'

/** What a column's summary says in one short sentence. */
export type ColumnFinding =
  | { readonly kind: 'empty' }
  /** Numbers or dates from … to. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** No value occurs twice. */
  | { readonly kind: 'unique' }
  /** The commonest value and its share of the rows that have one. */
  | { readonly kind: 'most'; readonly value: string; readonly share: number }

export function findingOf(column: ColumnSummary): ColumnFinding {
  const present = column.rows - column.nulls
  const [most] = column.top
  if (present === 0) return { kind: 'empty' }
  // a column of numbers or dates without bins has none that is finite
  if (column.bins.length > 0 || (!most && isScale(column))) {
    return { kind: 'range', from: column.min ?? '', to: column.max ?? '' }
  }
  if (!most || (most.count === 1 && present > 1)) return { kind: 'unique' }
  return { kind: 'most', value: most.value, share: most.count / present }
}

const isScale = (column: ColumnSummary) =>
  isNumeric(column) || /^(?:DATE|TIMESTAMP)/.test(column.type)

/** Heights of the bars; none where they would all be alike. */
export function barsOf(column: ColumnSummary): readonly number[] {
  if (column.bins.length > 0) return column.bins.map(({ count }) => count)
  return findingOf(column).kind === 'most' ? column.top.map(({ count }) => count) : []
}

const numeric = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL)\b/

/** Whether a bound is a number to be written with its digits grouped. */
export function isNumeric(column: ColumnSummary): boolean {
  return numeric.test(column.type)
}

/** A bound as it reads best: a moment by its day. */
export function dayOf(column: ColumnSummary, bound: string): string {
  return column.type.startsWith('TIMESTAMP') ? bound.slice(0, 'yyyy-mm-dd'.length) : bound
}
