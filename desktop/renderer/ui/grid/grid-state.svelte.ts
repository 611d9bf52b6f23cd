import { untrack } from 'svelte'
import { pageRows } from '../../../domain/notebook/page-rows.ts'
import { readResult } from '../../../domain/notebook/result-table.ts'
import { isCancelled } from '../../app/error-text.ts'
import { columnsInView, drawnColumns, layoutOf, leftToShow, widthOf } from './column-layout.ts'
import { ColumnLooks } from './column-looks.svelte.ts'
import { columnWidths, emOf } from './column-width.ts'
import { Cursor } from './cursor.svelte.ts'
import { Finder } from './finder.svelte.ts'
import { isNumeric } from './format.ts'
import type { GridTable, TableView, TitledColumn } from './grid-table.ts'
import type { Place } from './keyboard.ts'
import { PageCache } from './page-cache.ts'
import { clampTop, rowsInView, scrollTopOf, type Space, topToShow } from './scroll-space.ts'
import { SortOrder } from './sort-order.svelte.ts'
import { Strip } from './strip.svelte.ts'

/** Where a grid stands in its table: what is in view, in what order, and what has come of it. */
export class GridState {
  readonly table: () => GridTable
  readonly order = new SortOrder()
  readonly looks = new ColumnLooks()
  readonly cursor: Cursor
  readonly finder: Finder
  readonly strip: Strip
  #top = $state(0)
  #left = $state(0)
  /** All in pixels: a row, the whole head, an em of the text, what is seen of the grid at once. */
  rowHeight = $state(34)
  headHeight = $state(34)
  em = $state(14)
  seen = $state(0)
  seenWidth = $state(0)
  /** Rises when the view was moved by something else than the scroll bars. */
  moves = $state(0)
  failure = $state.raw<unknown>()

  readonly rows = $derived.by(() => this.strip.cross?.left?.remaining.rows ?? this.table().rows)
  readonly view: TableView = $derived.by(() => {
    const { columns } = this.table()
    return {
      sort: this.order.keys.filter(({ column }) => columns.some(({ name }) => name === column)),
      filters: this.strip.cross?.left?.filters ?? [],
    }
  })
  readonly #cache = $derived.by(() => this.#open())
  readonly space: Space = $derived.by(() => ({
    rows: this.rows,
    rowHeight: this.rowHeight,
    viewport: Math.max(this.rowHeight, this.seen - this.headHeight),
  }))
  readonly range = $derived.by(() => rowsInView(this.top, this.space))
  readonly shown = $derived.by(() => {
    const { from, to } = this.range
    return Array.from({ length: to - from }, (_, index) => ({
      row: from + index,
      loaded: this.#cache.row(from + index),
      offset: (from + index) * this.rowHeight - this.top + scrollTopOf(this.top, this.space),
    }))
  })
  readonly numeric = $derived.by(() => this.table().columns.map(({ type }) => isNumeric(type)))
  /** Of the rows that came first: columns that change their width while one scrolls are a nuisance. */
  #fitted: { readonly columns: readonly TitledColumn[]; readonly widths: number[] } | undefined
  readonly #fitting = $derived.by(() => {
    const { columns } = this.table()
    if (this.#fitted?.columns === columns) return this.#fitted.widths
    const names = columns.map(({ name, title }) =>
      title === undefined || title === name ? name : `${title} ${name}`,
    )
    const first = this.shown.find(({ loaded }) => loaded)?.loaded?.table
    const widths = columnWidths(names, first)
    if (first) this.#fitted = { columns, widths }
    return widths
  })
  readonly layout = $derived.by(() => {
    const wished = this.table().columns.map(({ name }, n) => {
      const set = this.looks.widthOf(name)
      return { width: (set ?? emOf(this.#fitting[n] ?? 0)) * this.em, set: set !== undefined }
    })
    return layoutOf(wished, this.seenWidth, this.looks.frozen)
  })
  /** The columns that are drawn: those that stay, and those in view. */
  readonly drawn = $derived.by(() =>
    drawnColumns(this.layout, columnsInView(this.layout, this.#left, this.seenWidth)),
  )

  constructor(table: () => GridTable) {
    this.table = table
    this.cursor = new Cursor(() => ({ rows: this.rows, columns: table().columns.length }))
    this.finder = new Finder(
      () => {
        const { find } = this.table()
        return find && ((question, signal) => find(question, this.view, signal))
      },
      ({ row, column }) => this.goTo({ row, column }),
    )
    this.strip = new Strip(() => this.table().summaries)
    $effect(() => this.#cache.want(this.range))
    let before = JSON.stringify(this.view)
    $effect(() => {
      const now = JSON.stringify(this.view)
      if (now !== before) untrack(() => this.#begin())
      before = now
    })
    $effect(() => {
      const cache = this.#cache
      return () => cache.close()
    })
  }

  /** How far down the rows the view begins, in pixels. */
  get top(): number {
    return clampTop(this.#top, this.space)
  }

  set top(top: number) {
    this.#top = clampTop(top, this.space)
  }

  /** How far to the right the view begins, in pixels. */
  get left(): number {
    return this.#left
  }

  set left(left: number) {
    this.#left = Math.max(0, Math.min(left, widthOf(this.layout) - this.seenWidth))
  }

  /** Makes a cell the active one, as `Cursor.point`, and moves the view so that it is seen. */
  goTo(place: Place, extend = false): void {
    this.cursor.point(place, extend)
    this.show(place)
  }

  /** Moves the view so that a cell is seen; a heading always is, as far as its column is. */
  show(place: Place): void {
    if (place.row >= 0) this.top = topToShow(place.row, this.top, this.space)
    this.left = leftToShow(this.layout, place.column, this.#left, this.seenWidth)
    this.moves += 1
  }

  /** The page that holds a row, if it is here. */
  loaded(row: number) {
    return this.#cache.row(row)
  }

  retry(): void {
    this.failure = undefined
    this.#cache.want(this.range)
  }

  /** The table is another one. */
  renew(): void {
    this.failure = undefined
    this.cursor.choose(undefined)
    this.finder.forget()
    this.strip.renew()
  }

  close(): void {
    this.finder.cancel()
    this.strip.close()
  }

  /** Rows in another order, or others of them, are read from the first. */
  #begin(): void {
    const { row, column } = this.cursor.active
    this.cursor.point({ row: Math.min(row, 0), column })
    this.top = 0
    this.moves += 1
    this.finder.forget()
  }

  #open(): PageCache {
    const { page, columns, first } = this.table()
    const { sort, filters } = this.view
    const read = (offset: number, limit: number, signal: AbortSignal) =>
      page(offset, limit, sort, signal, filters)
    const asItStands = sort.length === 0 && filters.length === 0
    const source = {
      read,
      rows: this.rows,
      pageRows: pageRows(columns.length),
      first: asItStands && first ? readResult(first) : undefined,
    }
    return new PageCache(source, (error) => {
      if (!isCancelled(error)) this.failure = error
    })
  }
}
