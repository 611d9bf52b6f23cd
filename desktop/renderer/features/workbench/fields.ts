import type { ColumnSummary } from '../../../contract/table.ts'
import { columnKind, type ColumnKind } from '../../../domain/notebook/pivot/pieces.ts'
import { titleIn } from '../../../domain/notebook/pivot/titles.ts'
import { fold } from '../../../domain/notebook/name.ts'
import type { OpenNotebook } from './open-notebook.svelte.ts'

/** A column that can be chosen. */
export interface FieldInfo {
  readonly name: string
  /** What people call it. */
  readonly title: string
  readonly kind: ColumnKind
  /** What it holds, where that is known already. */
  readonly summary: ColumnSummary | undefined
}

/** The columns that a form offers. */
export interface Choices {
  readonly fields: readonly FieldInfo[]
  readonly kindOf: (column: string) => ColumnKind
}

/** The columns of a table as a query names it: of a cell once it has been made, or of a dataset. */
export function fieldsOf(book: OpenNotebook, table: string): readonly FieldInfo[] {
  const { titles } = book.data
  const cell = [...book.runner.cells.values()].find((one) => fold(one.cell) === fold(table))
  const summaries = cell ? undefined : book.data.table(table)?.columns
  const columns = cell?.columns ?? summaries ?? []
  return columns.map(({ name, type }, index) => ({
    name,
    title: titleIn(titles, name),
    kind: columnKind(type),
    summary: summaries?.[index],
  }))
}

/** Every table that a cell may read: the cells and the datasets of the notebook. */
export function tablesOf(book: OpenNotebook, but: string): string[] {
  return Object.keys(book.schema).filter((name) => fold(name) !== fold(but))
}
