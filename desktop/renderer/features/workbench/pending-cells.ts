import { SvelteSet } from 'svelte/reactivity'

/** Cells whose text was changed since they ran: some run by themselves in a moment, others wait. */
export class PendingCells {
  readonly #cells = new SvelteSet<string>()
  readonly #touched: string[] = []
  readonly #run: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `run` is called when the hand has come to rest. */
  constructor(run: () => void) {
    this.#run = run
  }

  has(cell: string): boolean {
    return this.#cells.has(cell)
  }

  /** The cell waits for a click. */
  add(cell: string): void {
    this.#cells.add(cell)
  }

  /** Runs after so many milliseconds, unless asked again before; with it the cell, where one is named. */
  runSoon(ms: number, cell?: string): void {
    if (cell !== undefined) this.#touched.push(cell)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#run, ms)
  }

  /** A run begins: what was touched takes part in it, and these cells too. */
  begin(cells: readonly string[] = []): void {
    clearTimeout(this.#timer)
    for (const cell of [...this.#touched.splice(0), ...cells]) this.#cells.delete(cell)
  }

  /** A run begins in which every cell takes part. */
  beginAll(): void {
    this.begin([...this.#cells])
  }

  close(): void {
    clearTimeout(this.#timer)
  }
}
