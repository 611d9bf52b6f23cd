import { isRowwise } from '../../../domain/notebook/check/check.ts'
import { judge, type Verdict } from '../../../domain/notebook/check/verdict.ts'
import { fold } from '../../../domain/notebook/name.ts'
import { cellsOf, type CheckCell, type StatCell } from '../../../domain/notebook/notebook.ts'
import { finishedTables, finishStat } from '../../../domain/notebook/stat/finish.ts'
import type { Finished } from '../../../domain/notebook/stat/finished.ts'
import { statisticRows } from '../../../domain/notebook/stat/write-stat.ts'
import type { OpenNotebook } from './open-notebook.svelte.ts'

type Book = Pick<OpenNotebook, 'notebook' | 'runner' | 'quoted' | 'data'>

/** A check and how it stands; no verdict where its query has not run. */
export interface Checked {
  readonly cell: CheckCell
  readonly verdict: Verdict | undefined
  readonly failed: boolean
}

/** What a notebook's statistics and checks come to. */
export class Measures {
  readonly #book: Book

  constructor(book: Book) {
    this.#book = book
  }

  /** The first rows that texts quote; a statistic's findings stand before them. */
  readonly tables = $derived.by(() =>
    finishedTables(cellsOf(this.#book.notebook, 'stat'), this.#book.quoted.tables),
  )

  readonly checks = $derived.by((): readonly Checked[] =>
    cellsOf(this.#book.notebook, 'check').map((cell) => {
      const verdict = this.verdict(cell)
      const state = this.#book.runner.cells.get(cell.name)
      return { cell, verdict, failed: verdict?.passed === false || state?.status === 'failed' }
    }),
  )

  finished({ name, stat }: StatCell): Finished | undefined {
    const table = this.#book.quoted.tables.get(fold(name))
    return table && finishStat(stat, table)
  }

  verdict({ name, check }: CheckCell): Verdict | undefined {
    const state = this.#book.runner.cells.get(name)
    if (state?.status !== 'done') return undefined
    const table = this.#book.quoted.tables.get(fold(name))
    const total = this.#rowsOf(check.from)
    if (total === undefined && isRowwise(check)) return undefined // the dataset is still being read
    return judge(check, { offending: state.rows, total, table })
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

/** Rows of a cell's table that are read for quotes, cards, statistics and checks. */
export function wantedRows(notebook: Book['notebook'], cell: string): number {
  return cellsOf(notebook, 'stat').some(({ name }) => fold(name) === fold(cell)) ? statisticRows : 1
}
