import type { DatasetSummary } from '../../../contract/catalogue.ts'
import { originsOf, originsOfTable } from '../../../domain/notebook/origins.ts'
import type { OpenNotebook } from './open-notebook.svelte.ts'

/** From which datasets each table of the notebook was made. */
export class Origins {
  readonly #book: OpenNotebook
  readonly #datasets: () => readonly DatasetSummary[]

  readonly #ofCells = $derived.by(() => {
    const ids = this.#book.notebook.head.datasets.map(({ id }) => id)
    return originsOf(this.#book.runner.cells.values(), ids)
  })

  constructor(book: OpenNotebook, datasets: () => readonly DatasetSummary[]) {
    this.#book = book
    this.#datasets = datasets
  }

  /** The datasets behind these tables, as cells or charts name them. */
  datasets(tables: readonly string[]): DatasetSummary[] {
    const ids = tables.flatMap((table) => [
      ...originsOfTable(table, this.#ofCells, this.#book.notebook),
    ])
    return this.#datasets().filter(({ id }) => ids.includes(id))
  }
}
