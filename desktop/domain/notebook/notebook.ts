import type { Chart } from './chart.ts'
import type { Check } from './check/check.ts'
import type { Input, Value } from './input.ts'
import type { MapSpec } from './map/map.ts'
import type { Pivot } from './pivot/pivot.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query/query.ts'
import type { Stat } from './stat/stat.ts'
import type { ValueCard } from './value-card/value-card.ts'

/** A half-open span in the notebook's text, in UTF-16 units. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

/** A dataset that the notebook reads; `version` where the author pinned one. */
export interface DatasetUse {
  readonly id: string
  readonly version: string | undefined
}

export interface FrontMatter {
  readonly title: string
  readonly question: string
  readonly datasets: readonly DatasetUse[]
  /** First values of parameters, before a reader changes them. */
  readonly params: Readonly<Record<string, Value>>
}

interface Part {
  /** Everything of the block, fences and line ends included; the blocks' spans cover the text. */
  readonly span: TextSpan
  /** The line it starts on, from 1. */
  readonly line: number
}

export interface ProseBlock extends Part {
  readonly kind: 'prose'
  readonly text: string
}

export interface CellPart extends Part {
  /** Unique in the notebook without regard to case; a SQL cell's table, an input's parameter. */
  readonly name: string
  /** The text between the fences, without the line end before the closing one. */
  readonly body: string
  readonly bodySpan: TextSpan
}

/** A cell that a query makes into a table of its name. */
export interface TablePart extends CellPart {
  /** The query; of a SQL cell its body, of others what their settings come to. */
  readonly sql: string
  /** Run only when told to (`run=manual` on the fence). */
  readonly manual: boolean
}

export interface SqlCell extends TablePart {
  readonly kind: 'sql'
}

/** A query put together by pointing and clicking. */
export interface QueryCell extends TablePart {
  readonly kind: 'query'
  readonly query: Query
}

/** A crosstab. */
export interface PivotCell extends TablePart {
  readonly kind: 'pivot'
  readonly pivot: Pivot
}

/** A statistic; its table holds what it is finished from. */
export interface StatCell extends TablePart {
  readonly kind: 'stat'
  readonly stat: Stat
}

/** Something that must hold; its table holds what offends. */
export interface CheckCell extends TablePart {
  readonly kind: 'check'
  readonly check: Check
}

export type TableCell = SqlCell | QueryCell | PivotCell | StatCell | CheckCell

/** One number of a cell's table, large. */
export interface ValueCell extends CellPart {
  readonly kind: 'value'
  readonly card: ValueCard
}

export interface ChartCell extends CellPart {
  readonly kind: 'chart'
  readonly chart: Chart
}

/** Places in the colours of their values. */
export interface MapCell extends CellPart {
  readonly kind: 'map'
  readonly map: MapSpec
}

export interface InputCell extends CellPart {
  readonly kind: 'input'
  readonly input: Input
}

/** A cell that cannot be used; `problems` of the notebook say why. */
export interface BrokenCell extends CellPart {
  readonly kind: 'broken'
  readonly was: CellKind
}

export const tableKinds = ['sql', 'query', 'pivot', 'stat', 'check'] as const
export const cellKinds = [...tableKinds, 'chart', 'map', 'input', 'value'] as const
export type CellKind = (typeof cellKinds)[number]
export type Cell = TableCell | ChartCell | MapCell | InputCell | ValueCell | BrokenCell
export type Block = ProseBlock | Cell

/** A notebook as read from its text. What is wrong in one place leaves the rest usable. */
export interface Notebook {
  readonly text: string
  readonly head: FrontMatter & { readonly span: TextSpan }
  readonly blocks: readonly Block[]
  readonly problems: readonly Problem[]
}

export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'sql'): SqlCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'chart'): ChartCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'map'): MapCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'input'): InputCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'value'): ValueCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'stat'): StatCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: 'check'): CheckCell[]
export function cellsOf(notebook: Pick<Notebook, 'blocks'>, kind: CellKind): Cell[] {
  return notebook.blocks.filter((block): block is Cell => block.kind === kind)
}

/** The cells that have a table each, in the order of the text. */
export function tableCellsOf({ blocks }: Pick<Notebook, 'blocks'>): TableCell[] {
  return blocks.filter((block): block is TableCell => isTableKind(block.kind))
}

export function isTableKind(kind: string): kind is TableCell['kind'] {
  return tableKinds.some((one) => one === kind)
}
