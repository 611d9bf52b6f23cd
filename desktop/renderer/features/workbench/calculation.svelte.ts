import { costOf, readersOf } from '../../../domain/notebook/downstream.ts'
import type { Value } from '../../../domain/notebook/input.ts'
import type { Notebook, TableCell } from '../../../domain/notebook/notebook.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { GivenTexts } from './given-texts.ts'
import { PendingCells } from './pending-cells.ts'
import { Runner, type Cell } from './runner.svelte.ts'

/** What took less the last time, all that depends on it included, is run again by itself. */
const CHEAP_MS = 300
const PAUSE_MS = 500
/** While a slider is being pulled. */
const HAND_MS = 80

interface Book {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
}

/** When which cells of a notebook are made: at once, after a pause, or at a click. */
export class Calculation {
  readonly runner: Runner
  readonly #book: () => Book
  readonly #pending = new PendingCells(() => void this.update())
  readonly #given = new GivenTexts()
  #stoppedAt = $state.raw<readonly string[] | undefined>()

  /** `ondone` is told of each cell whose table stands. */
  constructor(client: AppClient, book: () => Book, ondone: (cell: Cell) => void) {
    this.runner = new Runner(client, (cell) => {
      this.#given.succeeded(cell.cell, cell.made)
      ondone(cell)
    })
    this.#book = book
  }

  /** After the engine stopped: the cells that were running then. Nothing once all is computed again. */
  get stoppedAt(): readonly string[] | undefined {
    return this.#stoppedAt
  }

  /** Whether the cell waits for a click to be run. */
  isPending(cell: string): boolean {
    return this.#pending.has(cell)
  }

  /** The cell is being typed in: it is run in the pauses where that is cheap, else when told to. */
  typed({ name, manual }: TableCell): void {
    this.#pending.add(name)
    const cell = this.runner.cells.get(name)
    const ended = cell?.status === 'done' || cell?.status === 'failed'
    if (ended && !manual && this.#cost([name]) < CHEAP_MS) this.#pending.runSoon(PAUSE_MS, name)
  }

  /** The cells were changed in one stroke: they are run, manual ones when told to. */
  changed(cells: readonly TableCell[]): void {
    for (const { name, manual } of cells) {
      this.#pending.add(name)
      if (!manual) this.#pending.runSoon(HAND_MS, name)
    }
  }

  /** A parameter was changed by hand; where what reads it is costly, once the hand has come to rest. */
  turned(parameter: string): void {
    const cost = this.#cost(readersOf(parameter, this.#told()))
    this.#pending.runSoon(cost < CHEAP_MS ? HAND_MS : PAUSE_MS)
  }

  /** Runs a cell as it now stands, and what depends on it. */
  run(cell: string): Promise<void> {
    return this.update([cell], [cell])
  }

  /** Everything as it now stands, manual cells too. */
  runAll(): Promise<void> {
    this.#pending.beginAll()
    return this.update([], undefined)
  }

  /** Everything as it now stands, but manual cells. */
  refresh(): Promise<void> {
    this.#pending.beginAll()
    return this.update()
  }

  /** Brings up to date what waits for no click; with it these cells, and manual ones that are asked for. */
  async update(
    cells: readonly string[] = [],
    asked: readonly string[] | undefined = [],
  ): Promise<void> {
    this.#pending.begin(cells)
    this.#stoppedAt = undefined
    const { notebook, values } = this.#book()
    const source = this.#given.textToRun(notebook, (cell) => this.#pending.has(cell))
    await this.runner.run({ source, values, asked })
  }

  /** Stops the run; what was running then waits for a click. */
  cancel(): void {
    for (const { cell, status } of this.runner.cells.values()) {
      if (status === 'running') this.#pending.add(cell)
    }
    this.runner.cancel()
  }

  engineStopped(): void {
    const stopped = [...this.runner.cells.values()].filter(
      ({ status, error }) => status === 'running' || error?.code === 'engine_stopped',
    )
    this.#stoppedAt = stopped.map(({ cell }) => cell)
    this.runner.forget()
  }

  /** What was running may have stopped it, and then is not run again unasked. */
  engineReady(): void {
    if (this.#stoppedAt?.length === 0) void this.update()
  }

  close(): Promise<void> {
    this.#pending.close()
    return this.runner.close()
  }

  #told() {
    return [...this.runner.cells.values()]
  }

  #cost(names: readonly string[]): number {
    return costOf(names, this.#told())
  }
}
