import type { ColumnSummary } from '../../../contract/table.ts'
import { columnKind, type ColumnKind } from '../../../domain/notebook/pivot/pieces.ts'
import type { Notebook } from '../../../domain/notebook/notebook.ts'
import { titleIn } from '../../../domain/notebook/pivot/titles.ts'
import { fold } from '../../../domain/notebook/name.ts'
import { zh } from '../../app/i18n.svelte.ts'
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

/** The columns as choices, by their titles; with the name where others have the same title. */
export function choicesOfFields(fields: readonly FieldInfo[]): { value: string; label: string }[] {
  const shared = (title: string) => fields.filter((one) => one.title === title).length > 1
  return fields.map(({ name, title }) => ({
    value: name,
    label: zh(shared(title) ? `${title}（${name}）` : title),
  }))
}

/** Every table that a cell may read: the cells and the datasets of the notebook. */
export function tablesOf(book: OpenNotebook, but: string): string[] {
  return Object.keys(book.schema).filter((name) => fold(name) !== fold(but))
}

/** What people call a table: the title of its dataset's, a cell's own name. */
export function tableTitle({ data }: OpenNotebook, name: string): string {
  return zh(data.table(name)?.title ?? name)
}

/** The same for a list to choose from, where two titles may be alike. */
export function tableLabel(book: OpenNotebook, name: string): string {
  const title = tableTitle(book, name)
  return title === name ? name : `${title}（${name}）`
}

/** Whether the table holds totals beside their parts, so that to draw it would count twice. */
export function hasTotals(notebook: Notebook, table: string): boolean {
  const pivot = pivotOf(notebook, table)
  return pivot !== undefined && (pivot.totals.rows || pivot.totals.columns)
}

/** The table itself; of a pivot with totals that which it is made from. */
export function plainTable(notebook: Notebook, table: string): string {
  const pivot = hasTotals(notebook, table) ? pivotOf(notebook, table) : undefined
  return pivot && fold(pivot.from) !== fold(table) ? pivot.from : table
}

function pivotOf({ blocks }: Notebook, table: string) {
  const cell = blocks.find((one) => one.kind === 'pivot' && fold(one.name) === fold(table))
  return cell?.kind === 'pivot' ? cell.pivot : undefined
}
