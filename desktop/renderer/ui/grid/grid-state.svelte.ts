import type { Column, Sort } from '../../../contract/table.ts'
import { isCancelled } from '../../app/error-text.ts'
import { columnWidths } from './column-width.ts'
import type { Place } from './keyboard.ts'
import { PageCache } from './page-cache.ts'
import { clampTop, rowsInView, scrollTopOf, type Space } from './scroll-space.ts'

/** Reads one page of a table as Arrow IPC bytes. */
export type ReadSorted = (
  offset: number,
  limit: number,
  sort: Sort[],
  signal: AbortSignal,
) => Promise<Uint8Array>

/** A column, and what it is called in words where that is known. */
export interface TitledColumn extends Column {
  readonly title?: string
}

/** What a grid shows; a new `page` function stands for a new table. */
export interface GridTable {
  readonly columns: readonly TitledColumn[]
  readonly rows: number
  readonly page: ReadSorted
}

const isNumeric = (type: string) =>
  /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL\(.*\))$/.test(type)

/** Where a grid stands in its table: what is in view, in what order, and what has come of it. */
export class GridState {
  readonly #table: () => GridTable
  #sort = $state.raw<Sort | undefined>()
  #top = $state(0)
  rowHeight = $state(34)
  /** What is seen of the head and the rows at once, in pixels. */
  seen = $state(0)
  active = $state.raw<Place>({ row: 0, column: 0 })
  failure = $state.raw<unknown>()

  readonly #cache = $derived.by(() => this.#open())
  readonly space: Space = $derived.by(() => ({
    rows: this.#table().rows,
    rowHeight: this.rowHeight,
    viewport: Math.max(this.rowHeight, this.seen - this.rowHeight),
  }))
  readonly range = $derived.by(() => rowsInView(this.#top, this.space))
  readonly shown = $derived.by(() => {
    const { from, to } = this.range
    return Array.from({ length: to - from }, (_, index) => ({
      row: from + index,
      loaded: this.#cache.row(from + index),
      offset: (from + index) * this.rowHeight - this.#top + scrollTopOf(this.#top, this.space),
    }))
  })
  readonly numeric = $derived.by(() => this.#table().columns.map(({ type }) => isNumeric(type)))
  readonly widths = $derived.by(() => {
    const names = this.#table().columns.map(({ name, title }) =>
      title === undefined || title === name ? name : `${title} ${name}`,
    )
    return columnWidths(names, this.shown.find(({ loaded }) => loaded)?.loaded?.table)
  })

  constructor(table: () => GridTable) {
    this.#table = table
    $effect(() => this.#cache.want(this.range))
    $effect(() => {
      const cache = this.#cache
      return () => cache.close()
    })
  }

  get sort(): Sort | undefined {
    return this.#sort
  }

  /** How far down the rows the view begins, in pixels. */
  get top(): number {
    return this.#top
  }

  set top(top: number) {
    this.#top = clampTop(top, this.space)
  }

  /** Ascending, descending, as it was. */
  toggleSort(index: number): void {
    const column = this.#table().columns[index]?.name
    if (column === undefined) return
    if (this.#sort?.column !== column) this.#sort = { column, descending: false }
    else this.#sort = this.#sort.descending ? undefined : { column, descending: true }
  }

  retry(): void {
    this.failure = undefined
    this.#cache.want(this.range)
  }

  #open(): PageCache {
    const { page, rows } = this.#table()
    const order = this.#sort ? [this.#sort] : []
    const read = (offset: number, limit: number, signal: AbortSignal) =>
      page(offset, limit, order, signal)
    return new PageCache(read, rows, (error) => {
      if (!isCancelled(error)) this.failure = error
    })
  }
}
