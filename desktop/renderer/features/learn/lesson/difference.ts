import type { Verdict } from '../../../../contract/learn.ts'
import { numberOf } from './cell-text.ts'

export type Difference = NonNullable<Verdict['difference']>
export type Cell = Difference['extra'][number][number]

/** A row that is only in the learner's result, only in the expected one, or in both but not alike. */
export type DifferenceRow =
  | { readonly kind: 'extra' | 'missing'; readonly cells: readonly Cell[] }
  | {
      readonly kind: 'changed'
      readonly cells: readonly Cell[]
      readonly expected: readonly Cell[]
    }

/**
 * The rows to show. Where the verdict is on values, row i of both lists is the same row. Else an extra
 * and a missing row with the same name in one column are one changed
 * row, since “41, should be 17” says more than two rows far apart. Columns of text alone are
 * taken as names: equal numbers are too often a coincidence.
 */
export function differenceRows(
  { columns, extra, missing }: Difference,
  code: Verdict['code'],
): DifferenceRow[] {
  const pairs =
    code === 'values' ? inOrder(extra, missing) : bestPairs(columns.length, extra, missing)
  const paired = new Set(pairs.values())
  return [
    ...[...pairs].map(([cells, expected]) => ({ kind: 'changed' as const, cells, expected })),
    ...extra.filter((row) => !pairs.has(row)).map((cells) => ({ kind: 'extra' as const, cells })),
    ...missing
      .filter((row) => !paired.has(row))
      .map((cells) => ({ kind: 'missing' as const, cells })),
  ]
}

type Row = readonly Cell[]

function inOrder(extra: readonly Row[], missing: readonly Row[]): Map<Row, Row> {
  return new Map(
    extra.flatMap((row, index): [Row, Row][] => {
      const other = missing[index]
      return other ? [[row, other]] : []
    }),
  )
}

function bestPairs(width: number, extra: readonly Row[], missing: readonly Row[]): Map<Row, Row> {
  let best = new Map<Row, Row>()
  for (let column = 0; column < width; column++) {
    const pairs = pairsBy(column, extra, missing)
    if (pairs.size > best.size) best = pairs
  }
  const most = Math.min(extra.length, missing.length)
  return best.size * 2 >= most ? best : new Map<Row, Row>()
}

function pairsBy(column: number, extra: readonly Row[], missing: readonly Row[]): Map<Row, Row> {
  const mine = byName(column, extra)
  const theirs = byName(column, missing)
  const pairs = new Map<Row, Row>()
  if (!mine || !theirs) return pairs
  for (const [name, row] of mine) {
    const other = theirs.get(name)
    if (other) pairs.set(row, other)
  }
  return pairs
}

/** Rows by the text in one column; `undefined` where it does not name each row by itself. */
function byName(column: number, rows: readonly Row[]): Map<string, Row> | undefined {
  const named = new Map<string, Row>()
  for (const row of rows) {
    const name = row[column]
    if (typeof name !== 'string' || numberOf(name) !== undefined || named.has(name))
      return undefined
    named.set(name, row)
  }
  return named
}
