import { isPopulation } from '../../../../../domain/notebook/chart-warnings/words.ts'
import type {
  PopulationTable,
  SourceTable,
} from '../../../../../domain/notebook/chart-warnings/facts.ts'
import { plainRows } from '../../../../../domain/notebook/chart-warnings/plain-rows.ts'
import { fold } from '../../../../../domain/notebook/name.ts'
import { titleIn } from '../../../../../domain/notebook/pivot/titles.ts'
import { readResult } from '../../../../../domain/notebook/result-table.ts'
import type { AppClient } from '../../../../rpc/connection.ts'
import type { OpenNotebook } from '../../open-notebook.svelte.ts'

/** Rows of a result that is small enough to be looked at line by line. */
const lookedAt = 500

/** What is known of the tables that a chart reads, beyond what it draws. */
export class ChartGround {
  readonly #book: OpenNotebook
  #tables = $state.raw<readonly SourceTable[]>([])

  /** People by place, in the datasets that the notebook names; only columns in which no value comes twice. */
  readonly populations = $derived.by((): PopulationTable[] => {
    const { titles, tables } = this.#book.data
    return tables.flatMap(({ name, columns }) => {
      const population = columns.find(
        (column) => isPopulation(column.name) || isPopulation(titleIn(titles, column.name)),
      )
      const unique = columns.filter(({ top }) => top[0]?.count === 1)
      if (!population || unique.length === 0) return []
      return [{ name, population: population.name, columns: unique.map((column) => column.name) }]
    })
  })

  constructor(book: OpenNotebook, client: AppClient, sources: () => readonly string[]) {
    this.#book = book
    $effect(() => {
      const session = book.runner.session?.id
      const cells = [...book.runner.cells.values()].filter(
        ({ cell, status }) =>
          status === 'done' && sources().some((source) => fold(source) === fold(cell)),
      )
      const attached = sources().flatMap((source) => {
        const found = book.data.table(source)
        return found ? [{ ...found, columns: found.columns.map(({ name }) => name), rows: [] }] : []
      })
      let over = false
      const read = async () => {
        const made = await Promise.all(
          cells.map(async ({ cell, columns, rows }): Promise<SourceTable> => {
            const names = columns.map(({ name }) => name)
            if (session === undefined || rows > lookedAt)
              return { name: cell, columns: names, rows: [] }
            const page = { session, relation: cell, offset: 0, limit: lookedAt, sort: [] }
            const { bytes } = await client.call('session.page', page)
            return { name: cell, columns: names, rows: plainRows(readResult(bytes)) }
          }),
        )
        if (!over) this.#tables = [...made, ...attached]
      }
      read().catch(() => undefined) // the chart itself says what is wrong with its tables
      return () => (over = true)
    })
  }

  get tables(): readonly SourceTable[] {
    return this.#tables
  }
}
