import { SvelteMap } from 'svelte/reactivity'
import { readResult, type ResultTable } from '../../../domain/notebook/result-table.ts'
import type { AppClient } from '../../rpc/connection.ts'

/** The first rows of the cells that the text quotes. */
export class QuotedValues {
  readonly #client: AppClient
  readonly #session: () => string | undefined
  /** By folded name. */
  readonly #tables = new SvelteMap<string, ResultTable>()
  /** For the how manyth time each of them was made. */
  readonly #made = new Map<string, number>()
  readonly #asked = new Map<string, { readonly made: number; readonly control: AbortController }>()

  /** `session`: the one that holds the tables now. */
  constructor(client: AppClient, session: () => string | undefined) {
    this.#client = client
    this.#session = session
  }

  get tables(): ReadonlyMap<string, ResultTable> {
    return this.#tables
  }

  /** The cell's table as it was made for the `made`th time, once it is here. */
  tableOf(cell: string, made: number): ResultTable | undefined {
    const table = this.#tables.get(cell)
    return this.#made.get(cell) === made ? table : undefined
  }

  /** The cell's table was made for the `made`th time; each is read once, so many rows of it. */
  want(cell: string, made: number, rows = 1): void {
    const before = this.#asked.get(cell)
    if (before?.made === made) return
    before?.control.abort()
    const control = new AbortController()
    this.#asked.set(cell, { made, control })
    this.#first(cell, rows, control.signal).then(
      ({ bytes }) => {
        this.#made.set(cell, made)
        this.#tables.set(cell, readResult(bytes))
      },
      () => this.#asked.delete(cell), // stays as it was; the next run asks again
    )
  }

  forget(): void {
    for (const { control } of this.#asked.values()) control.abort()
    this.#asked.clear()
  }

  #first(relation: string, limit: number, signal: AbortSignal) {
    const page = { session: this.#session() ?? '', relation, offset: 0, limit, sort: [] }
    return this.#client.call('session.page', page, { signal })
  }
}
