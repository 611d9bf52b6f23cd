import {
  fits,
  isTableOf,
  layOut,
  type Crosstab,
} from '../../../../domain/notebook/pivot/crosstab.ts'
import type { Pivot } from '../../../../domain/notebook/pivot/pivot.ts'
import type { Titles } from '../../../../domain/notebook/pivot/titles.ts'
import { firstOf, readResult, type ResultTable } from '../../../../domain/notebook/result-table.ts'
import type { Sort } from '../../../../contract/table.ts'
import { isCancelled } from '../../../app/error-text.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import type { Cell, EngineSession } from '../runner.svelte.ts'

const PAGE = 10_000

interface Source {
  readonly name: string
  readonly pivot: Pivot
  readonly titles: Titles
  readonly state: Cell | undefined
  readonly session: EngineSession | undefined
}

export interface Size {
  readonly rows: number
  readonly columns: number
}

/** A pivot's table, read and laid out whenever it was made anew; the last one stays until then. */
export class CrosstabData {
  readonly #client: AppClient
  #crosstab = $state.raw<Crosstab>()
  #tooLarge = $state.raw<Size>()
  #failure = $state.raw<unknown>()

  constructor(client: AppClient, source: () => Source) {
    this.#client = client
    $effect(() => {
      const { state, session, pivot, ...rest } = source()
      if (state?.status !== 'done' || !session || !isTableOf(pivot, state.columns)) return
      const control = new AbortController()
      const table = { ...rest, pivot, rows: state.rows, session: session.id, made: state.made }
      void this.#load(table, control.signal)
      return () => control.abort()
    })
  }

  get crosstab(): Crosstab | undefined {
    return this.#crosstab
  }

  /** How large it would be, where it is too large to be laid out. */
  get tooLarge(): Size | undefined {
    return this.#tooLarge
  }

  get failure(): unknown {
    return this.#failure
  }

  async #load(table: Table, signal: AbortSignal): Promise<void> {
    try {
      const size = await this.#size(table, signal)
      const fitting = fits(table.pivot, size)
      const pages = fitting ? await this.#pages(table, signal) : []
      signal.throwIfAborted()
      this.#crosstab = fitting ? layOut(table.pivot, pages, table.titles) : undefined
      this.#tooLarge = fitting ? undefined : size
      this.#failure = undefined
    } catch (error) {
      if (!signal.aborted && !isCancelled(error)) this.#failure = error
    }
  }

  /** The last row's number, and the highest of a column. */
  async #size(table: Table, signal: AbortSignal): Promise<Size> {
    if (table.rows === 0) return { rows: 0, columns: 0 }
    const last = await this.#page(table, { offset: table.rows - 1, limit: 1 }, signal)
    const sort = [{ column: 'column_no', descending: true }]
    const widest = await this.#page(table, { offset: 0, limit: 1, sort }, signal)
    const columns = Number(firstOf(widest, 'column_no'))
    const kept = table.pivot.limit === undefined ? columns : table.pivot.limit + 1
    return { rows: Number(firstOf(last, 'row_no')), columns: Math.min(columns, kept) }
  }

  async #pages(table: Table, signal: AbortSignal): Promise<ResultTable[]> {
    const pages: ResultTable[] = []
    for (let offset = 0; offset < table.rows; offset += PAGE) {
      pages.push(await this.#page(table, { offset, limit: PAGE }, signal))
    }
    return pages
  }

  async #page(
    { session, name }: Table,
    page: { offset: number; limit: number; sort?: Sort[] },
    signal: AbortSignal,
  ): Promise<ResultTable> {
    const input = { session, relation: name, sort: [], ...page }
    return readResult((await this.#client.call('session.page', input, { signal })).bytes)
  }
}

interface Table {
  readonly name: string
  readonly pivot: Pivot
  readonly titles: Titles
  readonly rows: number
  readonly session: string
}
