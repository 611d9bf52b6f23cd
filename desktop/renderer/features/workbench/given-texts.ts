import { withBody } from '../../../domain/notebook/edit.ts'
import { cellsOf, type Notebook } from '../../../domain/notebook/notebook.ts'
import { parseNotebook } from '../../../domain/notebook/parse.ts'

/** The text of each cell as it was last given to the engine. */
export class GivenTexts {
  readonly #bodies = new Map<string, string>()

  /** The text to run: cells that wait for a click stand in it as they were given before. */
  textToRun(notebook: Notebook, waits: (cell: string) => boolean): string {
    let given = notebook
    for (const { name, body } of cellsOf(notebook, 'sql')) {
      const before = this.#bodies.get(name)
      if (!waits(name) || before === undefined) this.#bodies.set(name, body)
      else given = withCell(given, name, before)
    }
    return given.text
  }
}

function withCell(notebook: Notebook, name: string, body: string): Notebook {
  const cell = cellsOf(notebook, 'sql').find((one) => one.name === name)
  return cell ? parseNotebook(withBody(notebook, cell, body)) : notebook
}
