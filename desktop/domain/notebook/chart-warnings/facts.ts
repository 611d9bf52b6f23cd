import { axisText } from '../axis-text.ts'
import { readsTable, type Chart, type DataMark } from '../chart.ts'
import type { KindRows } from '../chart-kinds/kind-rows.ts'
import type { DrawnMark } from '../chart-summary.ts'
import type { Channel } from '../channel.ts'
import { textsOf } from '../chart-text.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'

/** A table that a chart reads. */
export interface SourceTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Of a small table its rows, by the names of columns; numbers as JavaScript's. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** A table of an attached dataset that says how many people live where. */
export interface PopulationTable {
  /** As queries name it. */
  readonly name: string
  readonly population: string
  readonly columns: readonly string[]
}

/** What is known of a chart's data when it has been drawn. */
export interface ChartFacts {
  readonly drawn: readonly DrawnMark[]
  /** The groups of a ready-made kind. */
  readonly groups?: KindRows | undefined
  readonly tables: readonly SourceTable[]
  readonly populations: readonly PopulationTable[]
  readonly titles: Titles
}

/** The mark that the chart is about, its place among the marks, and what it drew. */
export interface MainMark {
  readonly mark: Exclude<DataMark, { mark: 'text' }>
  readonly index: number
  readonly drawn: DrawnMark
  /** The side with the names, and the side with the values. */
  readonly along: 'x' | 'y'
  readonly value: 'x' | 'y'
}

export function mainMarkOf(chart: Chart, { drawn }: ChartFacts): MainMark | undefined {
  const index = chart.plot.findIndex((mark) => readsTable(mark) && mark.mark !== 'text')
  const mark = chart.plot[index]
  const shown = drawn.find((one) => one.mark === mark?.mark)
  if (!mark || !shown || !readsTable(mark) || mark.mark === 'text') return undefined
  const [along, value] = mark.mark === 'barX' ? (['y', 'x'] as const) : (['x', 'y'] as const)
  return { mark, index, drawn: shown, along, value }
}

/** The name of the column that a channel shows; nothing of a count or a number. */
export function columnOf(channel: Channel | undefined): string | undefined {
  return channel && 'column' in channel ? channel.column : undefined
}

/** How the value is called where it stands: its axis' label, or its column's title. */
export function valueWords(chart: Chart, { mark, value }: MainMark, titles: Titles): string {
  const channel = mark[value]
  const column = columnOf(channel)
  const title = column === undefined ? '数量' : `${column} ${titleIn(titles, column)}`
  return `${chart[value]?.label ?? ''} ${title}`
}

/** Everything that the chart says in words. */
export const wordsOf = (chart: Chart): string =>
  [...textsOf(chart), chart.x?.label ?? '', chart.y?.label ?? ''].join('\n')

/** The values of a mark as finite numbers, in their order; others are `undefined`. */
export const numbers = (values: readonly unknown[]): (number | undefined)[] =>
  values.map((value) => {
    const number = typeof value === 'bigint' ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined
  })

/** Different values, as they are written. */
export const namesOf = (values: readonly unknown[]): string[] => [
  ...new Set(values.map((value) => axisText(undefined)(value))),
]
