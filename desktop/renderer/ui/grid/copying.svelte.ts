import { readResult } from '../../../domain/notebook/result-table.ts'
import type { CellValue } from '../../../domain/notebook/value.ts'
import { isCancelled } from '../../app/error-text.ts'
import { count } from '../../app/format.ts'
import type { CopiedTable } from './copy-text.ts'
import { copyOut, MOST_CELLS } from './copy.ts'
import type { GridState } from './grid-state.svelte.ts'
import { titleOf } from './grid-table.ts'
import { t } from './messages.ts'
import { type Block, cellsOf, columnsOf, rowsOf } from './selection.ts'

/** Values that travel in one request, about. */
const VALUES = 200_000
/** Rows that the host gives at once, at most. */
const MOST_ROWS = 10_000

/** A table that may be copied, its last row saying what is not in it. */
interface Held {
  readonly table: CopiedTable
  readonly note: string
}

/** What stands where a number was held back. */
const MARK = '*'

function heldOf(bytes: Uint8Array, note: string): Held {
  const { columns, rows } = readResult(bytes)
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map((one) => one.at(row) ?? (one.numeric ? MARK : null)),
  )
  return { note, table: { titles: columns.map(({ name }) => name), rows: [...lines, [note]] } }
}

/** Copies blocks of a grid, also rows that were never looked at, and says what has come of it. */
export class Copying {
  readonly #grid: GridState
  readonly #say: (words: string) => void
  #reading = $state.raw<AbortController | undefined>()
  failure = $state.raw<unknown>()
  /** What may be copied in place of what was asked for; the reader is to decide. */
  held = $state.raw<Held | undefined>()

  constructor(grid: GridState, say: (words: string) => void) {
    this.#grid = grid
    this.#say = say
  }

  get busy(): boolean {
    return this.#reading !== undefined
  }

  async copy(block: Block): Promise<void> {
    const cells = cellsOf(block)
    this.cancel()
    if (cells > MOST_CELLS) {
      this.#say(t.tooMany(count(cells), count(MOST_CELLS)))
      return
    }
    const reading = new AbortController()
    this.#reading = reading
    this.failure = undefined
    try {
      if (!(await this.#may(reading.signal))) return
      const rows = await this.#read(block, reading.signal)
      if (reading.signal.aborted) return
      await this.#out(block, rows)
    } catch (error) {
      if (!reading.signal.aborted && !isCancelled(error)) this.#failed(error)
    } finally {
      if (this.#reading === reading) this.#reading = undefined
    }
  }

  /** The text of one value. */
  async copyText(text: string): Promise<void> {
    try {
      if (!(await this.#may(new AbortController().signal))) this.#say(t.valueStays)
      else await this.#put({ titles: [''], rows: [[text]] }, t.copiedOne)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Copies the form that may leave. */
  async copyHeld(): Promise<void> {
    const { held } = this
    this.held = undefined
    if (!held) return
    try {
      await this.#put(held.table, t.copiedHeld(count(held.table.rows.length - 1)))
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Whether what is shown may be copied as it is; if only another form may, it is held out. */
  async #may(signal: AbortSignal): Promise<boolean> {
    const leaving = await this.#grid.table().leaving?.(signal)
    if (!leaving || leaving.kind === 'open') return true
    if (!signal.aborted) this.held = heldOf(leaving.bytes, leaving.note)
    return false
  }

  cancel(): void {
    this.#reading?.abort()
    this.#reading = undefined
  }

  async #out(block: Block, rows: CellValue[][]): Promise<void> {
    const columns = this.#grid.table().columns.slice(block.left, block.right + 1)
    await this.#put(
      { titles: columns.map(titleOf), rows },
      cellsOf(block) === 1 ? t.copiedOne : t.copied(count(rowsOf(block)), count(columnsOf(block))),
    )
  }

  async #put(copied: CopiedTable, words: string): Promise<void> {
    this.#say((await copyOut(copied)) ? words : t.noClipboard)
  }

  /** A browser that refuses the clipboard says so in an exception of its own. */
  #failed(error: unknown): void {
    if (error instanceof DOMException && error.name === 'NotAllowedError') this.#say(t.noClipboard)
    else this.failure = error
  }

  async #read({ top, bottom, left, right }: Block, signal: AbortSignal): Promise<CellValue[][]> {
    const { columns, page } = this.#grid.table()
    const { sort, filters } = this.#grid.view
    const step = Math.max(1, Math.min(MOST_ROWS, Math.floor(VALUES / columns.length)))
    const rows: CellValue[][] = []
    for (let from = top; from <= bottom; from += step) {
      const limit = Math.min(step, bottom + 1 - from)
      const table = readResult(await page(from, limit, sort, signal, filters))
      const chosen = table.columns.slice(left, right + 1)
      for (let row = 0; row < table.rows; row += 1) rows.push(chosen.map((one) => one.at(row)))
    }
    return rows
  }
}
