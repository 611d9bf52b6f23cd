import { withBody } from '../../../domain/notebook/edit.ts'
import { tableCellsOf, type Notebook } from '../../../domain/notebook/notebook.ts'
import { parseNotebook } from '../../../domain/notebook/parse.ts'

interface Given {
  /** As the engine was last given it. */
  readonly last: string
  /** As it was when its table was made, and for the how manyth time that was. */
  readonly good: string | undefined
  readonly made: number
}

/** The texts of the cells as the engine knows them. */
export class GivenTexts {
  readonly #cells = new Map<string, Given>()

  /** The text to run: cells that wait for a click stand in it as they last succeeded. */
  textToRun(notebook: Notebook, waits: (cell: string) => boolean): string {
    let given = notebook
    for (const { name, body } of tableCellsOf(notebook)) {
      const before = this.#cells.get(name)
      if (waits(name) && before?.good !== undefined) given = withCell(given, name, before.good)
      else this.#cells.set(name, { good: before?.good, made: before?.made ?? 0, last: body })
    }
    return given.text
  }

  /** The cell's table was made, for the `made`th time. */
  succeeded(name: string, made: number): void {
    const given = this.#cells.get(name)
    if (given && given.made !== made) this.#cells.set(name, { ...given, good: given.last, made })
  }
}

function withCell(notebook: Notebook, name: string, body: string): Notebook {
  const cell = tableCellsOf(notebook).find((one) => one.name === name)
  return cell ? parseNotebook(withBody(notebook, cell, body)) : notebook
}
