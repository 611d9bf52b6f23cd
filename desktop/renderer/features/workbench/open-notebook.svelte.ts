import { changedCells, withBody } from '../../../domain/notebook/edit.ts'
import type { Value } from '../../../domain/notebook/input.ts'
import { fold } from '../../../domain/notebook/name.ts'
import type { SqlCell } from '../../../domain/notebook/notebook.ts'
import { valuesOf } from '../../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../../domain/notebook/parse.ts'
import { fillQuotes } from '../../../domain/notebook/quote.ts'
import { quotedCells, writeQuote } from '../../../domain/notebook/quoted.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { AttachedData } from './attached-data.svelte.ts'
import { editorText } from './editor-text.ts'
import { GivenTexts } from './given-texts.ts'
import { Keeper } from './keeper.svelte.ts'
import { PendingCells } from './pending-cells.ts'
import { QuotedValues } from './quoted-values.ts'
import { Runner } from './runner.svelte.ts'
import { Undo } from './undo.svelte.ts'

/** A cell whose last run took less is run again by itself when its text changes. */
const CHEAP_MS = 300
const PAUSE_MS = 500
/** While a slider is being pulled. */
const HAND_MS = 80

interface Start {
  readonly client: AppClient
  readonly id: string
  readonly source: string
  readonly version: string
}

/** A notebook on the screen: its text, its values, what has been computed from it. */
export class OpenNotebook {
  readonly id: string
  readonly client: AppClient
  readonly keeper: Keeper
  readonly runner: Runner
  readonly quoted: QuotedValues
  readonly data: AttachedData
  readonly changes = new Undo()
  #source = $state('')
  #chosen = $state.raw<Readonly<Record<string, Value>>>({})
  readonly #pending = new PendingCells(() => void this.#run())
  readonly #given = new GivenTexts()
  #stoppedAt = $state.raw<readonly string[] | undefined>()

  readonly notebook = $derived.by(() => parseNotebook(this.#source))
  /** Tables and columns that a query may name. */
  readonly schema = $derived.by(() => ({
    ...this.data.schema,
    ...Object.fromEntries(
      Array.from(this.runner.cells.values(), ({ cell, columns }) => [
        cell,
        columns.map(({ name }) => name),
      ]),
    ),
  }))
  readonly values = $derived.by(() => valuesOf(this.notebook, this.#chosen))

  constructor({ client, id, source, version }: Start) {
    this.id = id
    this.client = client
    this.#source = source
    this.keeper = new Keeper({ client, id, source, version, show: (text) => this.replace(text) })
    this.runner = new Runner(client)
    this.quoted = new QuotedValues(client, () => this.runner.session?.id)
    this.data = new AttachedData(client, () => this.notebook.head.datasets.map((use) => use.id))
    $effect(() => this.#takeResults())
  }

  get source(): string {
    return this.#source
  }

  /** After the engine stopped: the cells that were running then. Nothing once all is computed again. */
  get stoppedAt(): readonly string[] | undefined {
    return this.#stoppedAt
  }

  /** Whether the cell waits for a click to be run. */
  isPending(cell: string): boolean {
    return this.#pending.has(cell)
  }

  /** A cell's text was changed by hand; it is run by itself where that is cheap. */
  edit(cell: SqlCell, body: string): void {
    if (body === editorText(cell.body)) return
    this.#write(withBody(this.notebook, cell, body), cell.name)
    this.#waits(cell.name)
  }

  /** The whole text was changed by hand. */
  rewrite(source: string): void {
    this.#write(source, '')
    void this.runAll()
  }

  /** The whole text as it was once, or nothing where there is none; only what differs is run again. */
  goTo(source: string | undefined): void {
    if (source === undefined) return
    const cells = changedCells(this.notebook, parseNotebook(source))
    this.#source = source
    this.keeper.changed(source)
    for (const cell of cells) this.#waits(cell)
  }

  set(name: string, value: Value): void {
    if (this.values[name] === value) return
    this.#chosen = { ...this.#chosen, [name]: value }
    this.#pending.runSoon(HAND_MS)
  }

  /** Runs a cell as it now stands, and what depends on it. */
  async run(cell: string): Promise<void> {
    await this.#run([cell])
  }

  async runAll(): Promise<void> {
    this.#pending.beginAll()
    await this.#run()
  }

  /** Stops the run; what was running then waits for a click. */
  cancel(): void {
    for (const { cell, status } of this.runner.cells.values()) {
      if (status === 'running') this.#pending.add(cell)
    }
    this.runner.cancel()
  }

  /** A text of the notebook with its quotes filled in. */
  fill(text: string): string {
    const quotable = { tables: this.quoted.tables, values: this.values }
    return fillQuotes(text, (found) => writeQuote(found, quotable))
  }

  /** The line to the host is open, for the first time or anew. */
  reconnected(): void {
    this.runner.lost()
    void this.#run()
  }

  engineStopped(): void {
    const stopped = [...this.runner.cells.values()].filter(
      ({ status, error }) => status === 'running' || error?.code === 'engine_stopped',
    )
    this.#stoppedAt = stopped.map(({ cell }) => cell)
    this.runner.forget()
    this.quoted.forget()
  }

  /** What was running may have stopped it, and then is not run again unasked. */
  engineReady(): void {
    if (this.#stoppedAt?.length === 0) void this.#run()
  }

  /** Another whole text in place of this one, which can be gone back to; only what differs is run. */
  replace(source: string): void {
    this.changes.note(this.#source, `at ${performance.now()}`) // a step of its own
    this.goTo(source)
  }

  async close(): Promise<void> {
    this.#pending.close()
    await this.keeper.close()
    await this.runner.close()
  }

  /** `where`: the cell that was changed, or nothing for the whole text. */
  #write(source: string, where: string): void {
    this.changes.note(this.#source, where)
    this.#source = source
    this.keeper.changed(source)
  }

  /** A changed cell is run by itself where that is cheap, else when it is told to. */
  #waits(name: string): void {
    this.#pending.add(name)
    const cell = this.runner.cells.get(name)
    const ended = cell?.status === 'done' || cell?.status === 'failed'
    if (ended && cell.ms < CHEAP_MS) this.#pending.runSoon(PAUSE_MS, name)
  }

  async #run(cells: readonly string[] = []): Promise<void> {
    this.#pending.begin(cells)
    this.#stoppedAt = undefined
    const text = this.#given.textToRun(this.notebook, (cell) => this.#pending.has(cell))
    await this.runner.run(text, this.values)
  }

  #takeResults(): void {
    const quoted = quotedCells(this.notebook)
    for (const [name, { status, made }] of this.runner.cells) {
      if (status !== 'done') continue
      this.#given.succeeded(name, made)
      if (quoted.includes(fold(name))) this.quoted.want(fold(name), made)
    }
  }
}
