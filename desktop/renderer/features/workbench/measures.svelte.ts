import { isRowwise } from '../../../domain/notebook/check/check.ts'
import { judge, type Verdict } from '../../../domain/notebook/check/verdict.ts'
import { fold } from '../../../domain/notebook/name.ts'
import { cellsOf, type CheckCell, type StatCell } from '../../../domain/notebook/notebook.ts'
import type { ResultTable } from '../../../domain/notebook/result-table.ts'
import { finishStat } from '../../../domain/notebook/stat/finish.ts'
import { columnWords } from '../../../domain/notebook/stat/column-words.ts'
import { withFindings, type Finished } from '../../../domain/notebook/stat/finished.ts'
import { statisticRows } from '../../../domain/notebook/stat/write-parts.ts'
import type { OpenNotebook } from './open-notebook.svelte.ts'

type Book = Pick<OpenNotebook, 'notebook' | 'runner' | 'quoted' | 'data' | 'calculation'>

/** A check and how it stands; no verdict where its query has not run. */
export interface Checked {
  readonly cell: CheckCell
  readonly verdict: Verdict | undefined
  readonly failed: boolean
}

interface Told {
  readonly finished: Finished
  readonly table: ResultTable
}

/** What a notebook's statistics and checks come to. */
export class Measures {
  readonly #book: Book
  /** What was told last, by folded name; it stands until the cell has run anew. */
  readonly #last: Partial<Record<string, Told>> = {}

  constructor(book: Book) {
    this.#book = book
  }

  readonly #statistics = $derived.by(() =>
    cellsOf(this.#book.notebook, 'stat').map(
      (cell) => [fold(cell.name), this.#tell(cell)] as const,
    ),
  )

  /** The first rows that texts quote; a statistic's findings stand before them. */
  readonly tables = $derived.by((): ReadonlyMap<string, ResultTable> => {
    const finished = this.#statistics.flatMap(([name, told]): [string, ResultTable][] =>
      told ? [[name, withFindings(told.table, told.finished)]] : [],
    )
    return mapOf([...this.#book.quoted.tables, ...finished])
  })

  readonly checks = $derived.by((): readonly Checked[] =>
    cellsOf(this.#book.notebook, 'check').map((cell) => {
      const verdict = this.verdict(cell)
      const state = this.#book.runner.cells.get(cell.name)
      return { cell, verdict, failed: verdict?.passed === false || state?.status === 'failed' }
    }),
  )

  /** As last computed; nothing before the first time. */
  finished({ name }: StatCell): Finished | undefined {
    return this.#statistics.find(([known]) => known === fold(name))?.[1]?.finished
  }

  verdict({ name, check }: CheckCell): Verdict | undefined {
    const table = this.#tableOf(name)
    if (!table) return undefined
    const total = this.#rowsOf(check.from)
    if (total === undefined && isRowwise(check)) return undefined // the dataset is still being read
    const offending = this.#book.runner.cells.get(name)?.rows ?? 0
    return judge(check, { offending, total, table })
  }

  #tell({ name, stat }: StatCell): Told | undefined {
    const table = this.#tableOf(name)
    const words = columnWords(this.#book.data.descriptors, stat.from)
    if (table) this.#last[fold(name)] = { table, finished: finishStat(stat, table, words) }
    return this.#last[fold(name)]
  }

  /** The cell's table, while it is what the cell's settings come to. */
  #tableOf(name: string): ResultTable | undefined {
    const { runner, quoted, calculation } = this.#book
    const state = runner.cells.get(name)
    if (state?.status !== 'done' || calculation.isPending(name)) return undefined
    return quoted.tableOf(fold(name), state.made)
  }

  #rowsOf(table: string): number | undefined {
    const { runner, data, notebook } = this.#book
    const cell = [...runner.cells.values()].find((one) => fold(one.cell) === fold(table))
    if (cell) return cell.rows
    for (const { id } of notebook.head.datasets) {
      const attached = data.get(id)
      const tables = attached && 'tables' in attached ? attached.tables : []
      const found = tables.find(({ name }) => fold(name) === fold(table))
      if (found) return found.columns[0]?.rows
    }
    return undefined
  }
}

const mapOf = <Value>(entries: readonly (readonly [string, Value])[]) => new Map(entries)

/** Rows of a cell's table that are read for quotes, cards, statistics and checks. */
export function wantedRows(notebook: Book['notebook'], cell: string): number {
  return cellsOf(notebook, 'stat').some(({ name }) => fold(name) === fold(cell)) ? statisticRows : 1
}
