import { type Figures, type Memory, remembered } from './figures.ts'
import { joinedSpots, type Spot, spotOf, type Sum, sumsOf } from './lattice.ts'
import type { Released, Table } from './model.ts'
import { type Budget, type Column, Polytope } from './polytope.ts'
import { roundingBase } from './rounding.ts'

/** What a table is about to show of a measure's cell: the truth, a rounded number, or nothing. */
export type Plan = readonly (number | 'hidden' | 'exact')[]

/** A cell of any of the tables, as an attacker sees it before he puts two and two together. */
export interface Seen {
  readonly spot: Spot
  /** Its place in the table that is to leave; undefined for cells of earlier tables and shared totals. */
  readonly now: number | undefined
  /** Whether an earlier table has the cell. */
  readonly before: boolean
  /** The truth where it is at hand, else a guess to start from. */
  readonly value: number
  /** Bounds that follow from what was shown of the cell itself. */
  readonly lower: number
  readonly upper: number
}

/** All that is published of one measure, as equations over the cells. */
export interface System {
  readonly seen: readonly Seen[]
  readonly sums: readonly Sum[]
  /** The number of a cell among `seen`, by address. */
  readonly at: ReadonlyMap<string, number>
  /** What no cell that is kept back can be less than, as anybody knows. */
  readonly floor: number
  /** False where tables bind one another in more ways than can be looked at. */
  readonly whole: boolean
}

/** What an attacker holds of a measure if the table leaves as planned. */
export function systemOf(
  table: Table,
  figures: Figures,
  plan: Plan,
  columns: readonly string[],
  earlier: readonly Released[],
): System {
  const memories = remembered(columns, earlier, figures)
  const floor = floorOf(table, figures)
  const seen = new Map<string, Seen>()
  for (const [now, { keys }] of table.cells.entries()) {
    const spot = spotOf(columns, table.by, keys)
    const value = figures.values[now] ?? 0
    const memory = memories.get(spot.address)
    const bounds = merged(planned(plan[now], value, floor), memory)
    seen.set(spot.address, { spot, now, before: memory !== undefined, value, ...bounds })
  }
  for (const [address, memory] of memories)
    if (!seen.has(address)) seen.set(address, remember(memory, columns, floor))
  return linked([...seen.values()], floor, figures.kind)
}

/** What was published before, without a new table. */
export function systemBefore(
  columns: readonly string[],
  earlier: readonly Released[],
  figures: Figures,
  floor: number,
): System {
  const memories = remembered(columns, earlier, figures)
  const seen = [...memories.values()].map((memory) => remember(memory, columns, floor))
  return linked(seen, floor, figures.kind)
}

/** Empty groups are known to be empty, so that a count that is kept back is known to be one at least. */
export function floorOf(table: Table, { kind, values }: Figures): number {
  const some = table.cells.flatMap(({ contributors }, at) =>
    contributors > 0 ? [values[at] ?? 0] : [],
  )
  const least = some.reduce((low, value) => Math.min(low, value), Infinity)
  if (kind === 'count') return least >= 1 ? 1 : 0
  return least >= 0 ? 0 : -Infinity
}

/** Counts as they are; sums so that the greatest is a million. */
export const unitOf = ({ kind, values }: Figures) =>
  kind === 'count' ? 1 : Math.max(...values.map(Math.abs), 1e-9) / 1e6

function planned(plan: number | 'hidden' | 'exact' | undefined, value: number, floor: number) {
  if (plan === 'exact') return { lower: value, upper: value }
  if (typeof plan !== 'number') return { lower: Math.min(floor, value), upper: Infinity }
  const least = Math.max(value >= floor ? floor : 0, plan - roundingBase + 1)
  return { lower: Math.min(value, least), upper: plan + roundingBase - 1 }
}

/** An earlier number stays known, whatever the new table hides. */
function merged(bounds: { lower: number; upper: number }, memory: Memory | undefined) {
  if (!memory?.known) return bounds
  const lower = Math.max(bounds.lower, memory.known.lower)
  return { lower, upper: Math.max(lower, Math.min(bounds.upper, memory.known.upper)) }
}

function remember({ known, places }: Memory, columns: readonly string[], floor: number): Seen {
  const spot = spotOf(columns, columns, places)
  const bounds = known ?? { lower: floor, upper: Infinity }
  const value = Number.isFinite(bounds.lower) ? bounds.lower : 0
  return { spot, now: undefined, before: true, value, ...bounds }
}

/** The cells with the totals between them; sums that the truth itself does not keep are left out. */
function linked(cells: readonly Seen[], floor: number, kind: Figures['kind']): System {
  const seen = [...cells]
  const at = new Map(seen.map(({ spot }, index) => [spot.address, index]))
  const least = kind === 'count' ? 0 : Math.min(0, floor)
  const take = (spot: Spot, value: number) => {
    if (at.has(spot.address)) return
    at.set(spot.address, seen.length)
    seen.push({ spot, now: undefined, before: false, value, lower: least, upper: Infinity })
  }
  const valueOf = (spot: Spot) => seen[at.get(spot.address) ?? -1]?.value ?? 0
  const joined = joinedSpots(seen.map(({ spot }) => spot))
  for (const spot of joined ?? []) take(spot, 0)
  const sums = sumsOf(seen.map(({ spot }) => spot))
  const order = sums.toSorted((one, other) => other.total.level - one.total.level)
  for (const { total, parts } of order) {
    for (const part of parts) take(part, 0)
    take(
      total,
      parts.reduce((sum, part) => sum + valueOf(part), 0),
    )
  }
  const isTrue = (spot: Spot) => seen[at.get(spot.address) ?? -1]?.now !== undefined
  const kept = sums.filter(({ total, parts }) => {
    if (![total, ...parts].every(isTrue)) return true
    const sum = parts.reduce((all, part) => all + valueOf(part), 0)
    return Math.abs(sum - valueOf(total)) <= 1e-6 * Math.max(1, Math.abs(sum))
  })
  return { seen, sums: kept, at, floor, whole: joined !== undefined }
}

/** Extra columns by which a shown cell may be taken back, up and down; closed until they are wanted. */
export interface Slack {
  readonly up: number
  readonly down: number
}

/** The system as a polytope; the first columns are the cells, then two for each that may be taken back. */
export function polytopeOf(
  { seen, sums, at }: System,
  retractable: readonly number[],
  unit: number,
  budget: Budget,
): { polytope: Polytope; slacks: ReadonlyMap<number, Slack> } {
  const rows = seen.map(() => [] as number[])
  const factors = seen.map(() => [] as number[])
  for (const [row, { total, parts }] of sums.entries())
    for (const spot of [total, ...parts]) {
      const cell = at.get(spot.address) ?? -1
      rows[cell]?.push(row)
      factors[cell]?.push(spot === total ? -1 : 1)
    }
  const columns: Column[] = seen.map(({ lower, upper, value }, cell) => ({
    rows: rows[cell] ?? [],
    factors: factors[cell] ?? [],
    lower: lower / unit,
    upper: upper / unit,
    start: Math.min(upper, Math.max(lower, value)) / unit,
  }))
  const slacks = new Map<number, Slack>()
  for (const cell of retractable) {
    slacks.set(cell, { up: columns.length, down: columns.length + 1 })
    for (const sign of [1, -1])
      columns.push({
        rows: rows[cell] ?? [],
        factors: (factors[cell] ?? []).map((factor) => sign * factor),
        lower: 0,
        upper: 0,
        start: 0,
      })
  }
  const right = sums.map(() => 0)
  return { polytope: new Polytope(columns, right, budget), slacks }
}
