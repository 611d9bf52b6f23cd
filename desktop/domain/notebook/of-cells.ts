import { writeCell, type NewCell } from './arrange.ts'
import { cleanTitle, newNotebook } from './new-notebook.ts'

interface Parts {
  readonly title: string
  readonly datasets: readonly string[]
  /** Markdown before the cells. */
  readonly text: string
  readonly cells: readonly NewCell[]
}

/** The text of a notebook on these datasets with these cells one below the other. */
export function notebookOfCells({ title, datasets, text, cells }: Parts): string {
  const head = newNotebook({ title: cleanTitle(title), datasets, text })
  return [head.trimEnd() + '\n', ...cells.map(writeCell)].join('\n')
}
