import { performance } from 'node:perf_hooks'
import type { Highs } from 'highs'
import { neededWidth, primaryReasons } from '../../../desktop/domain/privacy/disclosure/judge.ts'
import type { Policy, Released, Table } from '../../../desktop/domain/privacy/disclosure/model.ts'
import { protect, releasedOf } from '../../../desktop/domain/privacy/disclosure/protect.ts'
import { attackOn, loadSolver } from './attack.ts'
import { naiveRelease } from './naive.ts'
import { drawPeople, type People, tableOf } from './tables.ts'

const policy: Policy = { minimumCell: 5, method: 'suppress', dominance: { n: 2, share: 0.85 } }
const shapes = [
  [4, 3],
  [6, 5],
  [10, 6],
  [12, 8],
  [20, 12],
  [4, 3, 3],
  [5, 4, 3],
] as const

/** Pairs of tables of the same people: by which columns, and with totals or without. */
const pairs = [
  [['A', 'B'], 'cube', ['A', 'C'], 'cube'],
  [['A', 'B'], 'none', ['A'], 'cube'],
  [['A'], 'cube', ['A', 'B'], 'none'],
  [['A', 'B'], 'cube', ['A', 'B', 'C'], 'none'],
  [['A', 'B', 'C'], 'none', ['B', 'C'], 'cube'],
] as const

interface Tally {
  tables: number
  cells: number
  people: number
  primary: number
  refused: number
  narrow: number
  hidden: number
  hiddenPeople: number
  ms: number[]
}

const noTally = (): Tally => ({
  tables: 0,
  cells: 0,
  people: 0,
  primary: 0,
  refused: 0,
  narrow: 0,
  hidden: 0,
  hiddenPeople: 0,
  ms: [],
})

/** A thousand tables with totals and a hundred pairs that overlap, fewer if fewer rows are asked for. */
export async function benchDisclosure(rows: number) {
  const solver = await loadSolver()
  const tables = Math.min(1000, rows)
  const ours = noTally()
  const naive = noTally()
  const twice = noTally()
  const alone = noTally()
  for (let at = 0; at < tables; at++) measureTable(solver, at, ours, naive)
  for (let at = 0; at < Math.max(1, tables / 10); at++) measurePair(solver, at, twice, alone)
  return [
    figureOf('tables, safe pattern', ours),
    figureOf('tables, one more per line', naive),
    figureOf('pairs, earlier remembered', twice),
    figureOf('pairs, each by itself', alone),
  ]
}

function measureTable(solver: Highs, at: number, ours: Tally, naive: Tally): void {
  const shape = shapes[at % shapes.length] ?? [4, 3]
  const people = drawPeople(shape, 4 + (at % 5) * 5, 1 + at)
  const table = tableOf(people, people.columns, 'cube', at % 4 === 3)
  count(solver, ours, table, [], () => release(table, []))
  count(solver, naive, table, [], () => naiveRelease(table, policy))
}

function measurePair(solver: Highs, at: number, twice: Tally, alone: Tally): void {
  const [by, totals, laterBy, laterTotals] = pairs[at % pairs.length] ?? pairs[0]
  const people: People = drawPeople([7, 5, 3], 3 + (at % 4) * 3, 9000 + at)
  const first = tableOf(people, by, totals)
  const second = tableOf(people, laterBy, laterTotals)
  const earlier = release(first, [])
  count(solver, twice, second, [[first, earlier]], () => release(second, [earlier]))
  count(solver, alone, second, [[first, earlier]], () => release(second, []))
}

const release = (table: Table, earlier: readonly Released[]) =>
  releasedOf(table, protect(table, policy, earlier))

/** Lets a table out, attacks it together with the earlier ones, and adds up what came of it. */
function count(
  solver: Highs,
  tally: Tally,
  table: Table,
  earlier: readonly (readonly [Table, Released])[],
  letOut: () => Released,
): void {
  const start = performance.now()
  const released = letOut()
  tally.ms.push(performance.now() - start)
  const all = [...earlier, [table, released] as const]
  const releases = all.map(([, one]) => one)
  tally.tables += 1
  if (released.cells.every(({ values }) => values === null)) tally.refused += 1
  for (const [of] of all) {
    tally.primary += primaryReasons(of, policy).filter((reason) => reason !== undefined).length
    tally.narrow += narrowCells(solver, of, releases)
  }
  for (const [at, { keys, contributors }] of table.cells.entries()) {
    const inner = !keys.includes(undefined)
    const hidden = !released.cells[at]?.values
    tally.cells += 1
    if (hidden) tally.hidden += 1
    if (inner) tally.people += contributors
    if (inner && hidden) tally.hiddenPeople += contributors
  }
}

/** How many cells that may not be known, by columns that were published, are left a range that is too narrow. */
export function narrowCells(solver: Highs, table: Table, releases: readonly Released[]): number {
  const out = releases.filter(({ cells }) => cells.length > 0)
  if (out.length === 0) return 0
  const named = new Set(out.flatMap(({ by }) => by))
  const isNamed = (keys: readonly unknown[]) =>
    keys.every((key, at) => key === undefined || named.has(table.by[at] ?? ''))
  const primary = primaryReasons(table, policy)
  const narrow = new Set<number>()
  for (const [column, { name, kind }] of table.measures.entries()) {
    const attack = attackOn(solver, out, name, kind === 'count' ? 1 : 0)
    for (const [at, { keys, values }] of table.cells.entries()) {
      if (primary[at] === undefined || !isNamed(keys)) continue
      const range = attack.range({ by: table.by, keys })
      if (!range) throw new Error('the published tables contradict each other')
      const need = neededWidth(kind, values[column] ?? 0, policy)
      if (range[1] - range[0] < need * 0.998 - 1e-3) narrow.add(at)
    }
    attack.close()
  }
  return narrow.size
}

function figureOf(name: string, tally: Tally) {
  const ms = tally.ms.toSorted((a, b) => a - b)
  const at = (share: number) => ms[Math.ceil(share * ms.length) - 1] ?? Number.NaN
  return {
    name,
    tables: tally.tables,
    to_protect: tally.primary,
    recoverable: tally.narrow,
    all_hidden: tally.refused,
    cells_hidden_percent: (100 * tally.hidden) / tally.cells,
    people_hidden_percent: (100 * tally.hiddenPeople) / tally.people,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    max_ms: at(1),
  }
}
