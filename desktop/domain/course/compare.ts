import { plainName, type ColumnOrder } from './arrange.ts'
import { matchRows } from './match-rows.ts'
import { kindOf, type Result, type Row } from './result.ts'
import { rowsAgree, type Yardstick } from './yardstick.ts'

/** What an exercise asks of a result. */
export interface Task {
  readonly columns: readonly string[]
  readonly order: readonly { readonly column: string; readonly descending: boolean }[]
  readonly decimals?: number | undefined
  /** Only so many rows of the ranking; ties with the last of them are free. */
  readonly top?: number | undefined
}

/** Two results in the wanted order of columns, side by side. */
export interface Comparison {
  readonly yardstick: Yardstick
  readonly expected: readonly Row[]
  readonly given: readonly Row[]
  /** How many rows there should be. */
  readonly wanted: number
  /** Rows that should be there and are not; rows that are there and should not be. */
  readonly missing: readonly Row[]
  readonly extra: readonly Row[]
  /** The sort keys follow each other as asked; true where the rows themselves differ. */
  readonly inOrder: boolean
}

export const agrees = (comparison: Comparison): boolean =>
  sameRows(comparison) && comparison.inOrder

export const sameRows = ({ given, wanted, missing, extra }: Comparison): boolean =>
  given.length === wanted && missing.length === 0 && extra.length === 0

/** Holds a result against the reference's; `order` says which given column is which. */
export function compare(
  task: Task,
  reference: Result,
  result: Result,
  order: ColumnOrder,
): Comparison {
  const yardstick: Yardstick = {
    expected: reference.columns.map((column) => kindOf(column.type)),
    given: order.map((column) => kindOf(result.columns[column]?.type ?? '')),
    decimals: task.decimals,
  }
  const given = result.rows.map((row) => order.map((column) => row[column] ?? null))
  const keys = sortColumns(task)
  const wanted = Math.min(task.top ?? Infinity, reference.rows.length)
  const expected = reference.rows.slice(0, wanted)
  const tied = tiedBeyond(reference.rows, wanted, keys, yardstick)
  const left = matchRows([...expected, ...tied], given, yardstick)
  const missing =
    tied.length === 0 ? left.expected : firmlyMissing(left.expected, tied, keys, yardstick)
  const comparison = { yardstick, expected, given, wanted, missing, extra: left.given }
  const same = sameRows({ ...comparison, inOrder: true })
  return { ...comparison, inOrder: !same || isOrdered(expected, given, keys, yardstick) }
}

function sortColumns(task: Task): number[] {
  const names = task.columns.map(plainName)
  return task.order
    .map(({ column }) => names.indexOf(plainName(column)))
    .filter((index) => index >= 0)
}

/** Rows after the last wanted one that have its sort keys: any of them may stand in its place. */
function tiedBeyond(
  rows: readonly Row[],
  wanted: number,
  keys: readonly number[],
  yardstick: Yardstick,
): Row[] {
  const last = rows[wanted - 1]
  if (!last || keys.length === 0) return []
  const sameKind = { ...yardstick, given: yardstick.expected }
  return rows.slice(wanted).filter((row) => rowsAgree(last, row, keys, sameKind))
}

/** Of the rows not found, those that no tie can replace. */
function firmlyMissing(
  unmatched: readonly Row[],
  tied: readonly Row[],
  keys: readonly number[],
  yardstick: Yardstick,
): Row[] {
  const sample = tied[0] ?? []
  const sameKind = { ...yardstick, given: yardstick.expected }
  return unmatched.filter((row) => !rowsAgree(sample, row, keys, sameKind))
}

/** The reference is sorted as asked, so the same keys in the same places are sorted too. */
function isOrdered(
  expected: readonly Row[],
  given: readonly Row[],
  keys: readonly number[],
  yardstick: Yardstick,
): boolean {
  return expected.every((row, index) => rowsAgree(row, given[index] ?? [], keys, yardstick))
}
