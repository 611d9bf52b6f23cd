import { arrange, ignoringNames, type ColumnOrder } from './arrange.ts'
import { agrees, compare, sameRows, type Comparison, type Task } from './compare.ts'
import type { Sign } from './kinds/sql.ts'
import { leanOf, pairRows, type Lean } from './pairing.ts'
import { kindOf, type Result, type Row } from './result.ts'

/** Rows where a result differs, in the wanted columns. */
export interface Difference {
  readonly columns: readonly string[]
  readonly missing: readonly Row[]
  readonly extra: readonly Row[]
}

interface Differing {
  readonly difference: Difference
  /** Which way numbers lie off where rows can be told apart by their other columns. */
  readonly lean: Lean | null
}

export type Diagnosis =
  | { readonly code: 'ok'; readonly orders: readonly ColumnOrder[]; readonly renamed: boolean }
  | {
      readonly code: 'columns'
      readonly missing: readonly string[]
      readonly extra: readonly string[]
      /** The right columns under each other's names. */
      readonly swapped: boolean
    }
  | ({
      readonly code: 'row_count'
      readonly wanted: number
      readonly given: number
      /** There are more rows than that; they were not fetched. */
      readonly cut: boolean
    } & Differing)
  | ({ readonly code: 'rows' } & Differing)
  | ({
      readonly code: 'values'
      /** The columns that are wrong; row i of missing and of extra are the same row. */
      readonly wrong: readonly string[]
      /** All pairs of rows, and how many of them differ. */
      readonly rows: number
    } & Differing)
  | { readonly code: 'order' }

/** What is wrong with a result, the coarsest thing first. */
export function diagnose(task: Task, reference: Result, result: Result): Diagnosis {
  const kinds = reference.columns.map((column) => kindOf(column.type))
  const arrangement = arrange(task.columns, kinds, result.columns)
  if (!arrangement.fits) {
    const swapped = isRight(task, reference, result, ignoringNames(kinds, result.columns))
    return { code: 'columns', missing: arrangement.missing, extra: arrangement.extra, swapped }
  }
  const { orders, renamed } = arrangement
  const right = surviving(task, reference, result, orders)
  if (right.length > 0) return { code: 'ok', orders: right, renamed }

  const comparisons = orders.map((order) => compare(task, reference, result, order))
  if (!result.truncated && comparisons.some(sameRows)) return { code: 'order' }
  if (isRight(task, reference, result, ignoringNames(kinds, result.columns))) {
    return { code: 'columns', missing: [], extra: [], swapped: true }
  }
  const best = leastWrong(comparisons)
  if (!best) return { code: 'columns', missing: [], extra: [], swapped: false }
  return diagnoseRows(task, best, result.truncated)
}

/** Of the ways to read the columns, those by which the result is right. */
export function surviving(
  task: Task,
  reference: Result,
  result: Result,
  orders: readonly ColumnOrder[],
): ColumnOrder[] {
  if (result.truncated || result.columns.length !== task.columns.length) return []
  return orders.filter((order) => agrees(compare(task, reference, result, order)))
}

function isRight(
  task: Task,
  reference: Result,
  result: Result,
  orders: readonly ColumnOrder[],
): boolean {
  return surviving(task, reference, result, orders).length > 0
}

function leastWrong(comparisons: readonly Comparison[]): Comparison | undefined {
  const wrongness = ({ missing, extra }: Comparison) => missing.length + extra.length
  return comparisons.toSorted((one, other) => wrongness(one) - wrongness(other))[0]
}

function diagnoseRows(task: Task, comparison: Comparison, cut: boolean): Diagnosis {
  const { missing, extra, wanted, given } = comparison
  const lean = leanOf(task.columns, comparison)
  const difference = { columns: task.columns, missing, extra }
  if (given.length !== wanted || cut) {
    return { code: 'row_count', wanted, given: given.length, cut, difference, lean }
  }
  const pairing = pairRows(comparison)
  if (!pairing) return { code: 'rows', difference, lean }
  const paired = {
    columns: task.columns,
    missing: pairing.pairs.map(([expected]) => expected),
    extra: pairing.pairs.map(([, other]) => other),
  }
  const wrong = pairing.wrong.map((column) => task.columns[column] ?? '')
  return { code: 'values', wrong, rows: wanted, difference: paired, lean }
}

/** What a difference looks like from outside. */
export function signsOf(diagnosis: Diagnosis): Sign[] {
  switch (diagnosis.code) {
    case 'ok':
      return []
    case 'columns':
    case 'order':
      return [diagnosis.code]
    default: {
      const { missing, extra } = diagnosis.difference
      return [
        ...(diagnosis.code === 'row_count' ? (['row-count'] as const) : []),
        ...(diagnosis.code === 'values' ? (['values'] as const) : []),
        ...(extra.length > 0 ? (['rows-extra'] as const) : []),
        ...(missing.length > 0 ? (['rows-missing'] as const) : []),
      ]
    }
  }
}

/** Whether two queries came to the same result, whatever their columns are called. */
export function sameResult(one: Result, other: Result, order: Task['order'], task: Task): boolean {
  const columns = one.columns.map((column) => column.name)
  const kinds = one.columns.map((column) => kindOf(column.type))
  const arrangement = arrange(columns, kinds, other.columns)
  const named = order.map((key) => ({ ...key, column: nameIn(one, task, key.column) }))
  const asked = { columns, order: named, decimals: task.decimals }
  if (one.truncated || !arrangement.fits) return false
  return surviving(asked, one, other, arrangement.orders).length > 0
}

/** The task's column as the result calls it: in its place where the names differ. */
function nameIn(result: Result, task: Task, column: string): string {
  const place = task.columns.indexOf(column)
  return result.columns[place]?.name ?? column
}
