import type { Comparison } from './compare.ts'
import { isNumeric, type Row } from './result.ts'
import { isNear, rowKey, rowsAgree } from './yardstick.ts'

/** Rows that are the same thing counted or described differently. */
export interface Pairing {
  /** Pairs that differ: as expected, as given. */
  readonly pairs: readonly (readonly [Row, Row])[]
  /** The columns in which some pair differs. */
  readonly wrong: readonly number[]
}

/** A numeric column whose values are all too high, all too low, or both. */
export interface Lean {
  readonly column: string
  readonly way: 'high' | 'low' | 'mixed'
}

/**
 * Pairs the rows of two results of one length by columns that name each row once and hold the same
 * names on both sides; `undefined` where there are none.
 */
export function pairRows(comparison: Comparison): Pairing | undefined {
  for (const key of possibleKeys(comparison)) {
    const pairs = pairBy(key, comparison)
    if (pairs.length !== comparison.wanted) continue
    const all = comparison.yardstick.expected.map((_, column) => column)
    const differs = ([one, other]: readonly [Row, Row], columns: readonly number[]) =>
      !rowsAgree(one, other, columns, comparison.yardstick)
    return {
      pairs: pairs.filter((pair) => differs(pair, all)),
      wrong: all.filter((column) => pairs.some((pair) => differs(pair, [column]))),
    }
  }
  return undefined
}

/** Where the names that both sides share come with numbers that lie off, and which way. */
export function leanOf(names: readonly string[], comparison: Comparison): Lean | null {
  const { yardstick } = comparison
  const numeric = yardstick.expected.flatMap((kind, column) => (isNumeric(kind) ? [column] : []))
  const key = yardstick.expected.flatMap((kind, column) => (isNumeric(kind) ? [] : [column]))
  if (key.length === 0 && comparison.wanted !== 1) return null
  const pairs = pairBy(key, comparison)
  for (const column of numeric) {
    const wrong = pairs.filter(([one, other]) => !rowsAgree(one, other, [column], yardstick))
    const known = wrong.filter(([one, other]) => one[column] !== null && other[column] !== null)
    if (known.length === 0) continue
    const high = known.filter(([one, other]) => Number(other[column]) > Number(one[column])).length
    const way = high === known.length ? 'high' : high === 0 ? 'low' : 'mixed'
    return { column: names[column] ?? '', way }
  }
  return null
}

/** Sets of columns that may name a row, the largest first. */
function possibleKeys({ yardstick, wanted }: Comparison): number[][] {
  const all = yardstick.expected.map((_, column) => column)
  const exact = all.filter((column) => !isNear(yardstick, column))
  const withoutOne = exact.toReversed().map((out) => exact.filter((column) => column !== out))
  const named = all.filter((column) => !isNumeric(yardstick.expected[column] ?? 'other'))
  const keys = [exact, ...withoutOne, named].filter((key) => key.length > 0)
  return wanted === 1 ? [...keys, []] : keys
}

/** The pairs with one key, where it occurs once on each side. */
function pairBy(key: readonly number[], comparison: Comparison): [Row, Row][] {
  const { yardstick, expected, given } = comparison
  const there = unique(given, (row) => rowKey(row, 'given', key, yardstick))
  return [...unique(expected, (row) => rowKey(row, 'expected', key, yardstick))].flatMap(
    ([name, row]): [Row, Row][] => {
      const other = there.get(name)
      return other ? [[row, other]] : []
    },
  )
}

function unique(rows: readonly Row[], nameOf: (row: Row) => string): Map<string, Row> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1)
  return new Map(rows.flatMap((row) => (counts.get(nameOf(row)) === 1 ? [[nameOf(row), row]] : [])))
}
