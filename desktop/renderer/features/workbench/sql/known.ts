import { parametersIn } from '../../../../domain/notebook/parameters.ts'
import type { Known } from '../../../../domain/notebook/steps/names.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'

/** What the notebook's datasets, cells and inputs are called; for completion, fixes and steps. */
export function knownOf(book: OpenNotebook): Known {
  const datasets = book.data.tables.map(({ name, title, columns, titles }) => ({
    name,
    title,
    cell: false,
    columns: columns.map((column) => ({
      name: column.name,
      title: titles.find((one) => one.name === column.name)?.title,
    })),
  }))
  const cells = Array.from(book.runner.cells.values(), ({ cell, columns }) => ({
    name: cell,
    title: cell,
    cell: true,
    columns: columns.map(({ name }) => ({ name, title: undefined })),
  }))
  const labels = parametersIn(book.notebook).map(({ name, input }) => [
    name,
    input?.label || `$${name}`,
  ])
  return {
    tables: [...datasets, ...cells],
    parameters: Object.fromEntries(labels) as Known['parameters'],
  }
}
