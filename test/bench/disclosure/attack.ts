import solver from 'javascript-lp-solver'
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
}

/** Everything published of one measure; a cell that is kept back is known to be `least` or more. */
export function attackOn(releases: readonly Released[], measure: string, least: number): Attack {
  const groups = finestGroups(releases)
  const facts = releases.flatMap(({ by, measures, rounded, cells }) =>
    cells.map(({ keys, values }) => {
      const value = values === null ? null : (values[measures.indexOf(measure)] ?? 0)
      const members = groups.flatMap((group, at) => (belongs(group, by, keys) ? [at] : []))
      if (value === null) return { members, min: least, max: Infinity }
      return rounded
        ? { members, min: Math.max(least, value - 2), max: value + 2 }
        : { members, min: value, max: value }
    }),
  )
  const model = modelOf(groups.length, facts)
  return {
    range({ by, keys }) {
      const members = groups.flatMap((group, at) => (belongs(group, by, keys) ? [at] : []))
      const low = model.best(members, 'min')
      const high = model.best(members, 'max')
      return low === undefined || high === undefined ? undefined : [low, high]
    },
  }
}

interface Fact {
  readonly members: readonly number[]
  readonly min: number
  readonly max: number
}

/** Groups that are known outright are taken out of the model: they are numbers, not unknowns. */
function modelOf(groups: number, facts: readonly Fact[]) {
  const known = new Map<number, number>()
  for (const { members, min, max } of facts)
    if (members.length === 1 && min === max) known.set(members[0] ?? -1, min)
  const variables: Record<string, Record<string, number>> = {}
  for (let at = 0; at < groups; at++) if (!known.has(at)) variables[`x${at}`] = {}
  const constraints: Record<string, { equal?: number; min?: number; max?: number }> = {}
  const told = new Set<string>()
  for (const [number, { members, min, max }] of facts.entries()) {
    const open = members.filter((at) => !known.has(at))
    const rest = members.reduce((sum, at) => sum + (known.get(at) ?? 0), 0)
    const text = JSON.stringify([open, min - rest, max - rest])
    if (open.length === 0 || told.has(text)) continue
    told.add(text)
    const name = `f${number}`
    constraints[name] =
      min === max
        ? { equal: min - rest }
        : { min: Math.max(0, min - rest), ...(max < Infinity ? { max: max - rest } : {}) }
    for (const at of open) (variables[`x${at}`] ??= {})[name] = 1
  }
  return {
    best(members: readonly number[], opType: 'min' | 'max'): number | undefined {
      const open = members.filter((at) => !known.has(at))
      const rest = members.reduce((sum, at) => sum + (known.get(at) ?? 0), 0)
      if (open.length === 0) return rest
      for (const at of open) (variables[`x${at}`] ??= {})['goal'] = 1
      const found = solver.Solve({ optimize: 'goal', opType, constraints, variables })
      for (const at of open) delete variables[`x${at}`]?.['goal']
      if (found.bounded === false) return opType === 'max' ? Infinity : -Infinity
      return found.feasible ? Number(found.result) + rest : undefined
    },
  }
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
