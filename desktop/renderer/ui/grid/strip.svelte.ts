import type { ColumnFilter, ColumnSummary, Remaining } from '../../../contract/table.ts'
import { isCancelled } from '../../app/error-text.ts'
import { CrossFilter } from '../summary/cross-filter.svelte.ts'

/** Columns that are summarised at most; counting thousands would take minutes. */
export const MOST_SUMMARISED = 200

export interface Summaries {
  readonly summary: (signal: AbortSignal) => Promise<ColumnSummary[]>
  readonly remaining: (filters: ColumnFilter[], signal: AbortSignal) => Promise<Remaining>
}

/** The summaries under a grid's head, which filter its rows. */
export class Strip {
  readonly #from: () => Summaries | undefined
  #open = $state(false)
  #cross = $state.raw<CrossFilter | undefined>()
  #failure = $state.raw<unknown>()
  #asking = $state.raw<AbortController | undefined>()

  constructor(from: () => Summaries | undefined) {
    this.#from = from
  }

  get open(): boolean {
    return this.#open
  }

  get cross(): CrossFilter | undefined {
    return this.#cross
  }

  get busy(): boolean {
    return this.#asking !== undefined
  }

  get failure(): unknown {
    return this.#failure ?? this.#cross?.failure
  }

  /** Shows or hides the summaries; what they filter stays filtered. */
  toggle(): void {
    this.#open = !this.#open
    if (!this.#open) this.cancel()
    else if (!this.#cross) void this.#load()
  }

  retry(): void {
    if (this.#cross) this.#cross.retry()
    else void this.#load()
  }

  cancel(): void {
    this.#asking?.abort()
    this.#asking = undefined
    if (!this.#cross) this.#open = false
  }

  /** The table is another one. */
  renew(): void {
    this.#asking?.abort()
    this.#asking = undefined
    this.#cross?.close()
    this.#cross = undefined
    this.#failure = undefined
    if (this.#open) void this.#load()
  }

  close(): void {
    this.#asking?.abort()
    this.#cross?.close()
  }

  async #load(): Promise<void> {
    const from = this.#from()
    if (!from) return
    const asking = new AbortController()
    this.#asking = asking
    this.#failure = undefined
    try {
      const columns = await from.summary(asking.signal)
      if (!asking.signal.aborted) this.#cross = new CrossFilter(columns, from.remaining)
    } catch (error) {
      if (!asking.signal.aborted && !isCancelled(error)) this.#failure = error
    } finally {
      if (this.#asking === asking) this.#asking = undefined
    }
  }
}
