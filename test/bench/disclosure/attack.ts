import loadHighs, { type Highs, type Model } from 'highs'
import type { Released } from '../../../desktop/domain/privacy/disclosure/model.ts'

/**
 * An attack on published tables, built apart from the rules that protect them: the unknowns are
 * the groups by all columns together (how many people are in each), each published figure is the
 * sum of some of them, and a solver of others asks how small and how large a cell may be.
 */

export interface Wanted {
  readonly by: readonly string[]
  readonly keys: readonly (string | null | undefined)[]
}

type Group = ReadonlyMap<string, string | null>

export interface Attack {
  /** The range that is left for a cell; undefined where no figures fit what was published. */
  range(cell: Wanted): readonly [least: number, most: number] | undefined
  close(): void
}

interface Fact {
  readonly members: readonly number[]
  readonly min: number
  readonly max: number
}

/** More than any figure in the tables; what reaches it has no upper end. */
const beyond = 1e7

/** A solver that knows nothing of the app. */
export const loadSolver = () => loadHighs()

/** Everything published of one measure; a cell that is kept back is known to be `least` or more. */
export function attackOn(
  solver: Highs,
  releases: readonly Released[],
  measure: string,
  least: number,
): Attack {
  const groups = finestGroups(releases)
  const membersOf = (by: readonly string[], keys: Wanted['keys']) =>
    groups.flatMap((group, at) => (belongs(group, by, keys) ? [at] : []))
  const facts = releases.flatMap(({ by, measures, rounded, cells }) =>
    cells.map(({ keys, values }): Fact => {
      const members = membersOf(by, keys)
      if (values === null) return { members, min: least, max: beyond }
      const value = values[measures.indexOf(measure)] ?? 0
      if (!rounded) return { members, min: value, max: value }
      return { members, min: Math.max(least, value - 2), max: value + 2 }
    }),
  )
  const model = modelOf(solver, groups.length, facts)
  return {
    range({ by, keys }) {
      const members = membersOf(by, keys)
      const least = extreme(solver, model, members, 1)
      const most = extreme(solver, model, members, -1)
      if (least === undefined || most === undefined) return undefined
      return [least, most >= beyond / 2 ? Infinity : most]
    },
    close: () => {
      model.dispose()
    },
  }
}

/** A fact about one group is a bound of it; one about several is a row. */
function modelOf(solver: Highs, groups: number, facts: readonly Fact[]): Model {
  const colLower = Array.from({ length: groups }, () => 0)
  const colUpper = Array.from({ length: groups }, () => beyond)
  const rows = facts.filter(({ members }) => members.length !== 1)
  for (const { members, min, max } of facts) {
    const [group] = members
    if (group === undefined || members.length > 1) continue
    colLower[group] = Math.max(colLower[group] ?? 0, min)
    colUpper[group] = Math.min(colUpper[group] ?? beyond, max)
  }
  const indices = rows.flatMap(({ members }) => members)
  const starts = [0]
  for (const { members } of rows) starts.push((starts.at(-1) ?? 0) + members.length)
  const model = solver.createModel({
    numCols: groups,
    numRows: rows.length,
    colCost: colLower.map(() => 0),
    colLower,
    colUpper,
    rowLower: rows.map(({ min }) => min),
    rowUpper: rows.map(({ max }) => max),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: groups,
      starts,
      indices,
      values: indices.map(() => 1),
    },
  })
  model.options.set({ output_flag: false, presolve: 'off' })
  return model
}

/** The least (sense 1) or greatest (sense -1) total of some groups. */
function extreme(
  solver: Highs,
  model: Model,
  members: readonly number[],
  sense: 1 | -1,
): number | undefined {
  for (const at of members) model.changeColCost(at, sense)
  const { modelStatus } = model.run()
  const optimal = modelStatus === solver.constants.modelStatus.optimal
  const value = optimal ? sense * model.getObjectiveValue() : undefined
  for (const at of members) model.changeColCost(at, 0)
  return value
}

/** The groups by all columns: those that a table lists, or else every combination that may be. */
function finestGroups(releases: readonly Released[]): Group[] {
  const columns = [...new Set(releases.flatMap(({ by }) => by))]
  const whole = releases.find(
    ({ by, cells }) =>
      by.length === columns.length && cells.some(({ keys }) => keys.every((k) => k !== undefined)),
  )
  if (whole)
    return whole.cells
      .filter(({ keys }) => keys.every((key) => key !== undefined))
      .map(({ keys }) => new Map(whole.by.map((column, at) => [column, keys[at] ?? null])))
  let groups: Group[] = [new Map()]
  for (const column of columns) {
    const keys = keysOf(releases, column)
    groups = groups.flatMap((group) => keys.map((key) => new Map([...group, [column, key]])))
  }
  return groups.filter((group) => releases.every((release) => isListed(release, group)))
}

function keysOf(releases: readonly Released[], column: string): (string | null)[] {
  const keys = releases.flatMap(({ by, cells }) =>
    cells.flatMap((cell) => cell.keys[by.indexOf(column)] ?? []),
  )
  return [...new Set(keys)]
}

/** What a table does not list by its own columns is not there. */
function isListed({ by, cells }: Released, group: Group): boolean {
  const whole = cells.filter(({ keys }) => keys.every((key) => key !== undefined))
  return whole.length === 0 || whole.some(({ keys }) => belongs(group, by, keys))
}

function belongs(
  group: Group,
  by: readonly string[],
  keys: readonly (string | null | undefined)[],
): boolean {
  return keys.every((key, at) => key === undefined || group.get(by[at] ?? '') === key)
}
