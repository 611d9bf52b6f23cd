import type { ColumnFilter, ColumnSummary, Remaining } from '../../../contract/table.ts'
import { isCancelled } from '../../app/error-text.ts'
import {
  type Bar,
  type Chosen,
  filtersOf,
  noBars,
  noChoice,
  toggledBar,
  withBars,
} from './choices.ts'

/** Asks the engine what filters leave. */
type Ask = (filters: ColumnFilter[], signal: AbortSignal) => Promise<Remaining>

interface Left {
  readonly filters: ColumnFilter[]
  readonly remaining: Remaining
}

/** Columns that filter one another: what is chosen of each, and what that leaves of the others. */
export class CrossFilter {
  readonly columns: readonly ColumnSummary[]
  readonly #ask: Ask
  #chosen = $state.raw(noChoice)
  #left = $state.raw<Left | undefined>()
  #failure = $state.raw<unknown>()
  #asking: AbortController | undefined

  constructor(columns: readonly ColumnSummary[], ask: Ask) {
    this.columns = columns
    this.#ask = ask
  }

  get chosen(): Chosen {
    return this.#chosen
  }

  /** What the last answered question left; nothing where nothing is filtered. */
  get left(): Left | undefined {
    return this.#left
  }

  get failure(): unknown {
    return this.#failure
  }

  barsOf(column: string): ReadonlySet<Bar> {
    return this.#chosen.get(column) ?? noBars
  }

  remainingOf(column: string): Remaining['columns'][number] | undefined {
    return this.#left?.remaining.columns.find(({ name }) => name === column)
  }

  toggle(column: string, bar: Bar): void {
    this.#choose(toggledBar(this.#chosen, column, bar))
  }

  /** These bars and no others; none for all of the column. */
  choose(column: string, bars: Iterable<Bar>): void {
    this.#choose(withBars(this.#chosen, column, bars))
  }

  clear(): void {
    this.#choose(noChoice)
  }

  retry(): void {
    this.#choose(this.#chosen)
  }

  close(): void {
    this.#asking?.abort()
  }

  #choose(chosen: Chosen): void {
    this.#chosen = chosen
    this.#failure = undefined
    this.close()
    if (chosen.size === 0) this.#left = undefined
    else void this.#read(filtersOf(this.columns, chosen))
  }

  async #read(filters: ColumnFilter[]): Promise<void> {
    const asking = new AbortController()
    this.#asking = asking
    try {
      const remaining = await this.#ask(filters, asking.signal)
      if (!asking.signal.aborted) this.#left = { filters, remaining }
    } catch (error) {
      if (!asking.signal.aborted && !isCancelled(error)) this.#failure = error
    }
  }
}
