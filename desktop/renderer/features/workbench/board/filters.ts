import type { Brushed } from '../../../../domain/notebook/brush/brush.ts'
import { brushLabel, brushWords } from '../../../../domain/notebook/brush/words.ts'
import { cellsOf } from '../../../../domain/notebook/notebook.ts'
import { titleIn } from '../../../../domain/notebook/pivot/titles.ts'
import type { Desk } from '../desk.ts'

/** A filter as it is told. */
export interface ToldFilter {
  readonly cell: string
  readonly brushed: Brushed
  readonly label: string
  readonly words: string
}

/** What is brushed in a notebook's charts, in words, in the order of the charts. */
export function toldFilters({ book, charts }: Pick<Desk, 'book' | 'charts'>): ToldFilter[] {
  const brushed = charts.filters()
  return cellsOf(book.notebook, 'chart').flatMap(({ name, chart }) => {
    const label = brushLabel(chart, (column) => titleIn(book.data.titles, column))
    return brushed
      .filter(({ cell }) => cell === name)
      .map((filter) => ({ ...filter, label, words: brushWords(chart, filter.brushed) }))
  })
}
