import { primaryReason } from './judge.ts'
import { listUnder } from './lattice.ts'
import type { Cell, Policy, Table } from './model.ts'

/** So large a part of the groups may still be too small. */
const nearly = 0.02
const mostColumns = 6

/**
 * Which columns to leave out for a table that needs hardly any suppression, the fewest first. Totals
 * are taken from the table where it has them; otherwise groups are put together, and a person who
 * is in several counts in each, so that it is a hint and not a promise.
 */
export function coarserColumns(table: Table, policy: Policy): string[][] {
  const { by } = table
  if (by.length === 0 || by.length > mostColumns) return []
  const shareNow = shareOfSmall(finest(table), table, policy)
  if (shareNow === 0) return []
  const sets = Array.from({ length: 2 ** by.length - 1 }, (_, bits) =>
    by.filter((_column, at) => ((bits + 1) >> at) & 1),
  )
  return sets
    .map((left) => ({ left, share: shareOfSmall(without(table, left), table, policy) }))
    .filter(({ left, share }) => left.length < by.length && share <= nearly)
    .toSorted((a, b) => a.left.length - b.left.length || a.share - b.share)
    .map(({ left }) => left)
}

const finest = ({ cells }: Table) =>
  cells.filter(({ keys }) => keys.every((key) => key !== undefined))

function shareOfSmall(cells: readonly Cell[], { measures }: Table, policy: Policy): number {
  if (cells.length === 0) return 1
  return cells.filter((cell) => primaryReason(cell, measures, policy)).length / cells.length
}

function without(table: Table, left: readonly string[]): Cell[] {
  const kept = table.by.map((column) => !left.includes(column))
  const totals = table.cells.filter(({ keys }) =>
    keys.every((key, at) => (key !== undefined) === kept[at]),
  )
  return totals.length > 0 ? totals : putTogether(table, kept)
}

function putTogether(table: Table, kept: readonly boolean[]): Cell[] {
  const groups = new Map<string, Cell[]>()
  for (const cell of finest(table)) {
    const name = JSON.stringify(cell.keys.filter((_, at) => kept[at]))
    listUnder(groups, name, cell)
  }
  return [...groups.values()].map((cells) => ({
    keys: (cells[0]?.keys ?? []).map((key, at) => (kept[at] ? key : undefined)),
    contributors: cells.reduce((sum, { contributors }) => sum + contributors, 0),
    values: table.measures.map((_, at) =>
      cells.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
    ),
    largest: table.measures.map((_, at) =>
      cells.flatMap(({ largest }) => largest[at] ?? []).toSorted((a, b) => b - a),
    ),
  }))
}
