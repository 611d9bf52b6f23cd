import { spotOf } from './lattice.ts'
import type { Cell, Measure, Released, Table } from './model.ts'
import { roundingBase } from './rounding.ts'

/** A measure whose cells add up, with the truth of each cell of the table. */
export interface Figures {
  readonly name: string
  readonly kind: 'count' | 'sum'
  readonly values: readonly number[]
}

/** What is known of a cell from tables that left before: exactly, within bounds, or that it was kept back. */
export interface Memory {
  readonly known: { readonly lower: number; readonly upper: number } | undefined
  readonly places: readonly (string | null | undefined)[]
}

/**
 * The measures by which cells can be worked out from others. A table without a count gets that of
 * its contributors: a mean that is kept back must not follow from the other means either.
 */
export function additiveFigures(table: Table): Figures[] {
  const given = table.measures.flatMap(({ name, kind }, at) =>
    kind === 'derived' ? [] : [{ name, kind, values: table.cells.map(valueAt(at)) }],
  )
  if (given.some(({ kind }) => kind === 'count')) return given
  return [...given, { name: '', kind: 'count', values: structuralCounts(table.cells) }]
}

const valueAt = (at: number) => (cell: Cell) => cell.values[at] ?? 0

/** Contributors summed up from the finest groups: people who are in several would not add up otherwise. */
function structuralCounts(cells: readonly Cell[]): number[] {
  const finest = cells.filter(({ keys }) => keys.every((key) => key !== undefined))
  return cells.map(({ keys, contributors }) => {
    const parts = finest.filter((part) =>
      part.keys.every((key, at) => keys[at] === undefined || keys[at] === key),
    )
    return parts.length > 0 ? parts.reduce((sum, part) => sum + part.contributors, 0) : contributors
  })
}

/** The columns by which any of the tables is grouped. */
export function allColumns(table: Table, earlier: readonly Released[]): string[] {
  return [...new Set([...table.by, ...earlier.flatMap(({ by }) => by)])].toSorted()
}

/** What earlier tables say of a measure's cells, by address; what was said twice is known at its best. */
export function remembered(
  columns: readonly string[],
  earlier: readonly Released[],
  { name }: Pick<Measure, 'name'>,
): Map<string, Memory> {
  const memories = new Map<string, Memory>()
  for (const release of earlier) {
    const at = release.measures.indexOf(name)
    if (at < 0) continue
    for (const cell of release.cells) {
      const { address, places } = spotOf(columns, release.by, cell.keys)
      const value = cell.values === null ? null : (cell.values[at] ?? 0)
      const known = value === null ? undefined : boundsOf(value, release.rounded === true)
      const before = memories.get(address)?.known
      memories.set(address, { places, known: narrower(before, known) })
    }
  }
  return memories
}

const boundsOf = (value: number, rounded: boolean) =>
  rounded
    ? { lower: Math.max(0, value - roundingBase + 1), upper: value + roundingBase - 1 }
    : { lower: value, upper: value }

function narrower(one: Memory['known'], other: Memory['known']): Memory['known'] {
  if (!one || !other) return one ?? other
  const lower = Math.max(one.lower, other.lower)
  return { lower, upper: Math.max(lower, Math.min(one.upper, other.upper)) }
}
