import type { Json } from '../../domain/notebook/steps/tree.ts'
import type {
  Measure,
  Outcome,
  Policy,
  Reason,
  Table,
} from '../../domain/privacy/disclosure/model.ts'
import { protect, releasedOf } from '../../domain/privacy/disclosure/protect.ts'
import type { BaseMeasure, TablePlan } from '../../domain/privacy/release/env.ts'
import { isolated, sizeOf, type Atom } from '../../domain/privacy/release/isolation.ts'
import { columnNames } from '../../domain/privacy/release/parts.ts'
import type { Shown } from '../../domain/privacy/release/sql.ts'
import { placeText, type RawCell } from './cells.ts'
import type { Remembered } from './memory.ts'

/** What is known of a table before it is judged. */
export interface Evidence {
  readonly plan: TablePlan
  readonly dataset: string
  readonly base: string
  readonly cells: readonly RawCell[]
  /** Conditions of the rows, those of earlier tables first; which of them each measure is of. */
  readonly populations: readonly (readonly Json[])[]
  readonly atoms: ReadonlyMap<string, readonly Atom[]>
  /** Of each key, the values that too few persons have. */
  readonly rare: readonly ReadonlySet<string | null>[]
  readonly earlier: readonly Remembered[]
  readonly policy: Policy
}

export interface Judged {
  readonly shown: Shown
  readonly counts: Readonly<Record<Reason, number>>
  readonly coarser: readonly (readonly string[])[]
  readonly remembered: readonly Remembered[]
}

/** More columns than these make even the names of a group a person's portrait. */
const namedKeys = 3

/** What of a table may be shown. Each measure is a table of its own: others may be behind its cells. */
export function judge(evidence: Evidence): Judged {
  const { plan, cells, policy } = evidence
  const published = knownBefore(evidence)
  const outcomes: Outcome[] = []
  const remembered: Remembered[] = []
  for (const [index, measure] of plan.measures.entries()) {
    const table = tableOf(evidence, index, published)
    const earlier = [...evidence.earlier, ...remembered]
      .map((one) => one.table)
      .filter(({ population }) => population === table.population)
    const outcome = protect(table, policy, earlier)
    outcomes.push(outcome)
    remembered.push({ ...aboutOf(evidence, measure), table: releasedOf(table, outcome) })
    published.add(populationIndex(evidence, measure))
  }
  const { counts, coarser } = told(outcomes, cells.length)
  const names = new Map(plan.keys.map((key) => [JSON.stringify(key), columnNames(key).at(-1)]))
  const called = coarser.map((set) => set.flatMap((one) => names.get(one) ?? []))
  return { counts, coarser: called, shown: shownOf(evidence, outcomes, cells), remembered }
}

/** Lines of the table in which something was held back, each by the first reason. */
function told(outcomes: readonly Outcome[], lines: number): Pick<Judged, 'counts' | 'coarser'> {
  const counts = { few: 0, dominance: 0, complement: 0, earlier: 0 }
  for (let line = 0; line < lines; line += 1) {
    const cells = outcomes.flatMap((one) => one.cells[line] ?? [])
    const held = cells.find((cell) => cell.state === 'suppressed')
    if (held?.state === 'suppressed') counts[held.why] += 1
  }
  return { counts, coarser: outcomes[0]?.coarser ?? [] }
}

const conditionsOf = ({ plan }: Evidence, { only }: BaseMeasure) => [...plan.rows.where, ...only]

function aboutOf(evidence: Evidence, measure: BaseMeasure) {
  const { dataset, base } = evidence
  return { dataset, base, conditions: JSON.stringify(conditionsOf(evidence, measure)) }
}

function populationIndex(evidence: Evidence, measure: BaseMeasure): number {
  const text = JSON.stringify(conditionsOf(evidence, measure))
  return evidence.populations.findIndex((one) => JSON.stringify(one) === text)
}

/** Populations of which something was published. */
function knownBefore({ populations, earlier }: Evidence): Set<number> {
  const texts = new Set(earlier.map(({ conditions }) => conditions))
  return new Set(
    populations.flatMap((one, index) => (texts.has(JSON.stringify(one)) ? [index] : [])),
  )
}

/** A cell of which the difference from other populations tells counts as one of that many persons. */
function tableOf(evidence: Evidence, index: number, published: ReadonlySet<number>): Table {
  const { plan, base, cells, atoms, policy } = evidence
  const measure = plan.measures[index]
  if (!measure) throw new Error(`no measure ${index}`)
  const of = populationIndex(evidence, measure)
  const others = [...published].filter((one) => one !== of)
  const single = isSingle(cells)
  return {
    population: `${base} ${JSON.stringify(conditionsOf(evidence, measure))}`,
    by: plan.keys.map((key) => JSON.stringify(key)),
    measures: [{ name: nameOf(measure, single), kind: kindOf(measure, single) }],
    cells: cells.map(({ keys, figures }) => {
      const figure = figures[index] ?? { value: null, contributors: 0, largest: [] }
      const here = atoms.get(placeText(keys)) ?? []
      const known = others.filter((one) => sizeOf(here, one) >= policy.minimumCell)
      const few = isolated(here, { of, known }, policy.minimumCell) ?? Infinity
      const { value, contributors, largest } = figure
      return {
        keys,
        contributors: contributors === 0 ? 0 : Math.min(contributors, few),
        values: [value],
        largest: [largest],
      }
    }),
  }
}

/** Whether each person has one row: then persons are rows, and add up as these do. */
export const isSingle = (cells: readonly RawCell[]): boolean =>
  cells.every(({ figures: [first] }) => first?.value === first?.contributors)

function nameOf({ kind, of }: BaseMeasure, single: boolean): string {
  if (of !== null) return `${kind} ${JSON.stringify(of)}`
  return single ? 'count' : kind
}

function kindOf({ kind }: BaseMeasure, single: boolean): Measure['kind'] {
  if (kind === 'people') return single ? 'count' : 'derived'
  return kind
}

function shownOf(
  { rare }: Evidence,
  outcomes: readonly Outcome[],
  cells: readonly RawCell[],
): Shown {
  const held = outcomes.map((one) => one.cells.map(({ state }) => state === 'suppressed'))
  const rounded = outcomes.map((one) =>
    one.cells.some(({ state }) => state === 'rounded')
      ? one.cells.map((cell) => (cell.state === 'suppressed' ? null : (cell.values[0] ?? null)))
      : [],
  )
  const few = cells.map((_, row) =>
    outcomes.some((one) => {
      const cell = one.cells[row]
      return cell?.state === 'suppressed' && cell.why === 'few'
    }),
  )
  const dropped = cells.map(({ keys }, row) => few[row] === true && isTelling(keys, rare))
  return { dropped, held, rounded }
}

/** Whether the very name of a group of few tells who is in it. */
function isTelling(keys: RawCell['keys'], rare: Evidence['rare']): boolean {
  const named = keys.filter((key) => key !== undefined).length
  if (named > namedKeys) return true
  return keys.some((key, index) => key !== undefined && rare[index]?.has(key))
}
