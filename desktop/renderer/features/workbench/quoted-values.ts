import { SvelteMap } from 'svelte/reactivity'
import { readResult, type ResultTable } from '../../../domain/notebook/result-table.ts'

/** Reads the first row of a cell's table. */
export type ReadFirst = (cell: string, signal: AbortSignal) => Promise<Uint8Array>

/** The first rows of the cells that the text quotes. */
export class QuotedValues {
  readonly #read: ReadFirst
  /** By folded name. */
  readonly #tables = new SvelteMap<string, ResultTable>()
  readonly #asked = new Map<string, { readonly made: number; readonly control: AbortController }>()

  constructor(read: ReadFirst) {
    this.#read = read
  }

  get tables(): ReadonlyMap<string, ResultTable> {
    return this.#tables
  }

  /** The cell's table was made for the `made`th time; each is read once. */
  want(cell: string, made: number): void {
    const before = this.#asked.get(cell)
    if (before?.made === made) return
    before?.control.abort()
    const control = new AbortController()
    this.#asked.set(cell, { made, control })
    this.#read(cell, control.signal).then(
      (bytes) => this.#tables.set(cell, readResult(bytes)),
      () => this.#asked.delete(cell), // stays as it was; the next run asks again
    )
  }

  forget(): void {
    for (const { control } of this.#asked.values()) control.abort()
    this.#asked.clear()
  }
}
