import { coarserColumns } from './coarser.ts'
import { additiveFigures, allColumns, type Figures } from './figures.ts'
import { Guard, type Target } from './guard.ts'
import { neededWidth, primaryReasons } from './judge.ts'
import { spotOf } from './lattice.ts'
import type { CellOutcome, Outcome, Policy, Reason, Released, Table } from './model.ts'
import type { Budget } from './polytope.ts'
import { cellIdentity, roundedCount, roundedWidth, roundingBase } from './rounding.ts'
import { floorOf, type Plan, type System, systemBefore, systemOf, unitOf } from './system.ts'

/** Tables of more cells are not searched for a safe pattern, but refused unless nothing is to be hidden. */
const mostCells = 20_000
const mostColumns = 20
/** About ten seconds of work; what is not safe by then is refused. */
const mostWork = 6e9

interface Case {
  readonly table: Table
  readonly policy: Policy
  readonly columns: readonly string[]
  readonly earlier: readonly Released[]
  readonly primary: readonly ('few' | 'dominance' | undefined)[]
  readonly rounds: boolean
  readonly budget: Budget
}

/**
 * Decides what a table may show: what is kept back for itself, and what besides, so that no linear
 * programme over it and the tables that left before narrows a kept back cell below its protection
 * interval. The table must be whole: all groups of each of its levels, before any limit.
 */
export function protect(table: Table, policy: Policy, earlier: readonly Released[]): Outcome {
  const known = earlier.filter(({ population }) => population === table.population)
  const columns = allColumns(table, known)
  const primary = primaryReasons(table, policy)
  const states: (Reason | undefined)[] = [...primary]
  const rounds = mayRound(table, policy)
  if (rounds) states.fill(undefined)
  markEarlier(states, table, columns, known)
  const budget = { left: mostWork }
  const all: Case = { table, policy, columns, earlier: known, primary, rounds, budget }
  const safe = isQuiet(all) || (isTractable(all) && complete(all, states))
  return outcomeOf(all, safe ? states : primary.map((reason) => reason ?? 'complement'), safe)
}

/**
 * What is to be remembered of a table that leaves. One that is not safe does not leave at all: that
 * a group is listed already says that somebody is in it.
 */
export function releasedOf(table: Table, { cells, safe }: Outcome): Released {
  const rounded = cells.some(({ state }) => state === 'rounded')
  return {
    population: table.population,
    by: table.by,
    measures: table.measures.map(({ name }) => name),
    ...(rounded ? { rounded: true } : {}),
    cells: (safe ? table.cells : []).map(({ keys }, at) => {
      const cell = cells[at]
      return { keys, values: !cell || cell.state === 'suppressed' ? null : cell.values }
    }),
  }
}

/** Sums are not rounded, and without the workspace's secret the rounding could be foreseen. */
function mayRound({ measures }: Table, { method, roundingKey }: Policy): boolean {
  const kinds = measures.map(({ kind }) => kind)
  return method === 'round' && !!roundingKey && kinds.includes('count') && !kinds.includes('sum')
}

/** Nothing to hide, and nothing hidden before. */
const isQuiet = ({ primary, earlier }: Case) =>
  earlier.length === 0 && primary.every((reason) => reason === undefined)

const isTractable = ({ table, columns, earlier }: Case) =>
  columns.length <= mostColumns &&
  earlier.reduce((sum, { cells }) => sum + cells.length, table.cells.length) <= mostCells

/** A cell that was kept back stays so, unless another table showed it since. */
function markEarlier(
  states: (Reason | undefined)[],
  table: Table,
  columns: readonly string[],
  earlier: readonly Released[],
): void {
  const shown = new Map<string, boolean>()
  for (const { by, cells } of earlier)
    for (const { keys, values } of cells) {
      const { address } = spotOf(columns, by, keys)
      shown.set(address, shown.get(address) === true || values !== null)
    }
  for (const [at, { keys }] of table.cells.entries())
    if (shown.get(spotOf(columns, table.by, keys).address) === false) states[at] ??= 'earlier'
}

/** Takes cells back until every measure is safe; false where that cannot be. */
function complete(all: Case, states: (Reason | undefined)[]): boolean {
  return additiveFigures(all.table).every((figures) => completeFor(all, figures, states))
}

function completeFor(all: Case, figures: Figures, states: (Reason | undefined)[]): boolean {
  const { table, columns, earlier, budget } = all
  const system = systemOf(table, figures, planOf(all, figures, states), columns, earlier)
  if (!system.whole) return false
  const own = ownTargets(all, figures, system)
  const older = earlierTargets(all, figures, system)
  if (own.length + older.length === 0) return true
  const guard = new Guard(system, retractable(all, system, states), budget, unitOf(figures))
  if (!guard.ready) return false
  const widen = (targets: readonly Target[], reason: Reason) =>
    targets.every((target) => {
      const cells = guard.widen(target)
      for (const cell of cells ?? []) states[system.seen[cell]?.now ?? -1] ??= reason
      return cells !== undefined && budget.left > 0
    })
  return widen(own, 'complement') && widen(older, 'earlier')
}

function planOf(all: Case, { name, values }: Figures, states: readonly unknown[]): Plan {
  const { table, policy, rounds } = all
  return table.cells.map(({ keys }, at) => {
    if (states[at] !== undefined) return 'hidden'
    if (!rounds) return 'exact'
    const identity = cellIdentity(table.population, name, table.by, keys)
    return roundedCount(values[at] ?? 0, identity, policy.roundingKey ?? '')
  })
}

/** The table's own cells that may not be known, unless they are already. */
function ownTargets(
  { primary, policy, rounds }: Case,
  figures: Figures,
  { seen }: System,
): Target[] {
  return seen.flatMap(({ now, lower, upper }, cell) => {
    if (now === undefined || primary[now] === undefined || lower === upper) return []
    const width = neededWidth(figures.kind, figures.values[now] ?? 0, policy)
    const need = rounds ? Math.min(width, roundedWidth) : width
    return [{ cell, need: () => need }]
  })
}

/** Cells of earlier tables that were safe until now: they must not be opened by this one. */
function earlierTargets(all: Case, figures: Figures, { seen }: System): Target[] {
  const { table, columns, earlier, policy, budget } = all
  const ours = seen.flatMap(({ now, before, lower, upper, spot }, cell) => {
    const small = upper - lower > 2 * roundingBase || lower < policy.minimumCell
    return before && now === undefined && lower < upper && small
      ? [{ cell, address: spot.address, bounded: upper < Infinity }]
      : []
  })
  if (ours.length === 0) return []
  const before = systemBefore(columns, earlier, figures, floorOf(table, figures))
  const guard = new Guard(before, [], budget, unitOf(figures))
  if (!guard.ready) return []
  return ours.flatMap(({ cell, address, bounded }) => {
    const need = (least: number) =>
      bounded ? roundedWidth : unseenWidth(figures.kind, least, policy)
    const then = before.at.get(address)
    return then !== undefined && guard.isWide({ cell: then, need }) ? [{ cell, need }] : []
  })
}

/**
 * The width for a cell whose truth is not at hand: from the least it can be, so far up that the
 * range is the needed part of its upper end.
 */
function unseenWidth(kind: Figures['kind'], least: number, { minimumCell, dominance }: Policy) {
  const part = ((1 - dominance.share) / dominance.share) * Math.abs(least)
  return kind === 'count' ? Math.max(minimumCell, part) : part
}

/** Cells that would be shown and are not known yet; the more people, the greater the loss. */
function retractable(
  { table, primary }: Case,
  { seen }: System,
  states: readonly (Reason | undefined)[],
) {
  const mean = table.cells.reduce((sum, cell) => sum + cell.contributors, 0) / table.cells.length
  return seen.flatMap(({ now, before }, cell) => {
    if (now === undefined || before || states[now] !== undefined) return []
    const contributors = table.cells[now]?.contributors ?? 0
    if (contributors === 0 || primary[now] !== undefined) return []
    return [{ cell, loss: 1 + (4 * contributors) / mean }]
  })
}

function outcomeOf(all: Case, states: readonly (Reason | undefined)[], safe: boolean): Outcome {
  const counts = { few: 0, dominance: 0, complement: 0, earlier: 0 }
  for (const reason of states) if (reason) counts[reason] += 1
  const cells = states.map((why, at): CellOutcome => {
    if (why) return { state: 'suppressed', why }
    return all.rounds ? roundedCell(all, at) : shownCell(all, at)
  })
  return { cells, counts, safe, coarser: coarserColumns(all.table, all.policy) }
}

const shownCell = ({ table }: Case, at: number): CellOutcome => ({
  state: 'shown',
  values: table.cells[at]?.values ?? [],
})

/** Counts are rounded; what does not add up is left out where too few stand behind it. */
function roundedCell({ table, policy, primary }: Case, at: number): CellOutcome {
  const { keys = [], values = [] } = table.cells[at] ?? {}
  const rounded = values.map((value, column) => {
    const { name = '', kind } = table.measures[column] ?? {}
    if (kind !== 'count') return primary[at] === undefined ? value : null
    const identity = cellIdentity(table.population, name, table.by, keys)
    return value === null ? null : roundedCount(value, identity, policy.roundingKey ?? '')
  })
  return { state: 'rounded', values: rounded }
}
