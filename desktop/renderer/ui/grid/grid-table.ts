import type { Column, ColumnFilter, FindQuestion, Found, Sort } from '../../../contract/table.ts'
import type { CellValue } from '../../../domain/notebook/value.ts'
import type { Summaries } from './strip.svelte.ts'

/** Reads one page of a table as Arrow IPC bytes. */
export type ReadSorted = (
  offset: number,
  limit: number,
  sort: Sort[],
  signal: AbortSignal,
  filters: ColumnFilter[],
) => Promise<Uint8Array>

/** A column, and what it is called in words where that is known. */
export interface TitledColumn extends Column {
  readonly title?: string
}

/** How a table stands in a grid. */
export interface TableView {
  readonly sort: Sort[]
  readonly filters: ColumnFilter[]
}

/** Asks where a text occurs in a table as it stands. */
export type FindInView = (
  question: FindQuestion,
  view: TableView,
  signal: AbortSignal,
) => Promise<Found>

/** Something that can be done with the row on which one stands; values by the names of the columns. */
export interface RowAction {
  readonly label: string
  /** Whether the rows are the ones that it is about, and not those of before. */
  readonly ready: boolean
  readonly run: (values: Readonly<Record<string, CellValue>>) => void
}

/** What of a table may leave the window: all of it as it stands, or only another form of it. */
export type Leaving =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'table'
      readonly bytes: Uint8Array
      /** What is held back of it, and why. */
      readonly note: string
    }

/** Asks what may leave; fails with the reason where nothing may. */
export type AskLeaving = (signal: AbortSignal) => Promise<Leaving>

/** What a grid shows; a new `page` function stands for a new table. */
export interface GridTable {
  readonly columns: readonly TitledColumn[]
  readonly rows: number
  readonly page: ReadSorted
  /** Its first page as it stands, where that came with the news of the table. */
  readonly first?: Uint8Array | undefined
  /** Where the whole table can be searched. */
  readonly find?: FindInView | undefined
  /** Where its columns can be summarised and filtered; `page` must then heed filters. */
  readonly summaries?: Summaries | undefined
  readonly rowAction?: RowAction | undefined
  /** Where not everything that is shown may be copied. */
  readonly leaving?: AskLeaving | undefined
}

/** What a column is called to the reader. */
export const titleOf = ({ name, title }: TitledColumn) => title ?? name
