import type { ColumnFilter, ColumnSummary } from '../../../contract/table.ts'

/** A bar of a column by its number, or what is beside the bars. */
export type Bar = number | 'rest' | 'null'
export type Chosen = ReadonlyMap<string, ReadonlySet<Bar>>

export const noBars: ReadonlySet<Bar> = new Set()
export const noChoice: Chosen = new Map()

/** Bars next to one another, from the first up to, not including, `to`. */
interface Run {
  readonly from: number
  readonly to: number
}

export function runsOf(bars: ReadonlySet<Bar>): Run[] {
  const numbers = [...bars].filter((bar) => typeof bar === 'number').toSorted((a, b) => a - b)
  const runs: Run[] = []
  for (const bar of numbers) {
    const last = runs.at(-1)
    if (last?.to === bar) runs[runs.length - 1] = { from: last.from, to: bar + 1 }
    else runs.push({ from: bar, to: bar + 1 })
  }
  return runs
}

/** What is chosen, as the engine is asked for it. */
export function filtersOf(columns: readonly ColumnSummary[], chosen: Chosen): ColumnFilter[] {
  return columns.flatMap((summary) => {
    const bars = chosen.get(summary.name) ?? noBars
    const column = summary.name
    const beside = (['rest', 'null'] as const).filter((kind) => bars.has(kind))
    return [...ofBars(summary, bars), ...beside.map((kind) => ({ kind, column }))]
  })
}

function ofBars(summary: ColumnSummary, bars: ReadonlySet<Bar>): ColumnFilter[] {
  const column = summary.name
  if (summary.bins.length > 0) {
    return runsOf(bars).map((run) => ({ kind: 'bins', column, ...run }))
  }
  const values = summary.top.filter((_, n) => bars.has(n)).map(({ value }) => value)
  return values.length > 0 ? [{ kind: 'values', column, values }] : []
}

/** The choice with these bars of one column; none of them means all of the column. */
export function withBars(chosen: Chosen, column: string, bars: Iterable<Bar>): Chosen {
  const next = new Map(chosen)
  const set = new Set(bars)
  if (set.size === 0) next.delete(column)
  else next.set(column, set)
  return next
}

export function toggledBar(chosen: Chosen, column: string, bar: Bar): Chosen {
  const bars = new Set(chosen.get(column))
  if (!bars.delete(bar)) bars.add(bar)
  return withBars(chosen, column, bars)
}

/** All bars from one to another, whichever comes first. */
export function span(a: number, b: number): number[] {
  const from = Math.min(a, b)
  return Array.from({ length: Math.abs(a - b) + 1 }, (_, n) => from + n)
}
