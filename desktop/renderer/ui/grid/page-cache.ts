import { untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { readResult, type ResultTable } from '../../../domain/notebook/result-table.ts'
import type { Range } from './scroll-space.ts'

/** Reads rows from `offset` on, as Arrow IPC bytes. */
export type ReadPage = (offset: number, limit: number, signal: AbortSignal) => Promise<Uint8Array>

const kept = 24

interface PageSource {
  readonly read: ReadPage
  readonly rows: number
  readonly pageRows: number
  /** The first page, where it is here already. */
  readonly first?: ResultTable | undefined
}

/** A row of a page that is here. */
export interface LoadedRow {
  readonly table: ResultTable
  readonly index: number
}

/** The last pages that were looked at; those that went out of view before they came are given up. */
export class PageCache {
  readonly #source: PageSource
  readonly #onfail: (error: unknown) => void
  readonly #pages = new SvelteMap<number, ResultTable>()
  /** Numbers of pages, the one that was used longest ago first. */
  readonly #used = new Set<number>()
  readonly #asked = new Map<number, AbortController>()

  constructor(source: PageSource, onfail: (error: unknown) => void) {
    this.#source = source
    this.#onfail = onfail
    if (source.first) this.#pages.set(0, source.first)
  }

  /** Reactive: what reads it is told when the row's page arrives. */
  row(index: number): LoadedRow | undefined {
    const { pageRows } = this.#source
    const page = Math.floor(index / pageRows)
    const table = this.#pages.get(page)
    return table && { table, index: index - page * pageRows }
  }

  /** Asks for the pages of these rows that are not here, and for no others any more. */
  want({ from, to }: Range): void {
    const { pageRows } = this.#source
    const wanted = new Set<number>()
    for (let page = Math.floor(from / pageRows); page * pageRows < to; page += 1) wanted.add(page)
    for (const [page, control] of this.#asked) {
      if (wanted.has(page)) continue
      this.#asked.delete(page)
      control.abort()
    }
    for (const page of wanted) {
      this.#used.delete(page)
      this.#used.add(page)
      if (!this.#asked.has(page) && !untrack(() => this.#pages.has(page))) void this.#ask(page)
    }
  }

  close(): void {
    for (const control of this.#asked.values()) control.abort()
  }

  async #ask(page: number): Promise<void> {
    const control = new AbortController()
    this.#asked.set(page, control)
    const { read, rows, pageRows } = this.#source
    const offset = page * pageRows
    try {
      const limit = Math.min(pageRows, rows - offset)
      const table = readResult(await read(offset, limit, control.signal))
      if (control.signal.aborted) return
      this.#pages.set(page, table)
      this.#forgetOldest()
    } catch (error) {
      if (!control.signal.aborted) this.#onfail(error)
    } finally {
      if (this.#asked.get(page) === control) this.#asked.delete(page)
    }
  }

  #forgetOldest(): void {
    for (const page of this.#used) {
      if (this.#pages.size <= kept) return
      this.#used.delete(page)
      this.#pages.delete(page)
    }
  }
}
