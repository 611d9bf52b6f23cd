import { changedCells, withBody } from '../../../domain/notebook/edit.ts'
import type { Value } from '../../../domain/notebook/input.ts'
import { fold } from '../../../domain/notebook/name.ts'
import { tableCellsOf, type Cell, type TableCell } from '../../../domain/notebook/notebook.ts'
import { valuesOf } from '../../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../../domain/notebook/parse.ts'
import { fillQuotes } from '../../../domain/notebook/quote.ts'
import { quotedCells, writeQuote } from '../../../domain/notebook/quoted.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { AttachedData } from './attached-data.svelte.ts'
import { Calculation } from './calculation.svelte.ts'
import { editorText } from './editor-text.ts'
import { Keeper } from './keeper.svelte.ts'
import { Measures, wantedRows } from './measures.svelte.ts'
import { QuotedValues } from './quoted-values.ts'
import type { Runner } from './runner.svelte.ts'
import { Undo } from './undo.svelte.ts'

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
  readonly calculation: Calculation
  readonly quoted: QuotedValues
  readonly data: AttachedData
  readonly changes = new Undo()
  readonly measures = new Measures(this)
  #source = $state('')
  #chosen = $state.raw<Readonly<Record<string, Value>>>({})

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
    this.keeper = new Keeper(client, id, version)
    this.calculation = new Calculation(client, () => this)
    this.quoted = new QuotedValues(client, () => this.runner.session?.id)
    this.data = new AttachedData(client, () => this.notebook.head.datasets.map((use) => use.id))
    $effect(() => this.#takeResults())
  }

  get source(): string {
    return this.#source
  }

  get runner(): Runner {
    return this.calculation.runner
  }

  /** A cell's text was changed by hand; it is run by itself where that is cheap. */
  edit(cell: TableCell, body: string): void {
    if (body === editorText(cell.body)) return
    this.#write(withBody(this.notebook, cell, body), cell.name)
    this.#touch([cell.name])
  }

  /** Another text between a cell's fences. */
  setBody(cell: Cell, body: string): void {
    this.change(withBody(this.notebook, cell, body), cell.name)
  }

  /** The whole text was changed by hand. */
  rewrite(source: string): void {
    this.#write(source, '')
    void this.calculation.refresh()
  }

  /** A block was added, moved, taken away or written anew; `where`: the cell, or nothing. */
  change(source: string, where = ''): void {
    if (source === this.#source) return
    const cells = changedCells(this.notebook, parseNotebook(source))
    this.#write(source, where)
    this.#touch(cells)
  }

  /** The whole text as it was once, or nothing where there is none; only what differs is run again. */
  goTo(source: string | undefined): void {
    if (source === undefined) return
    const cells = changedCells(this.notebook, parseNotebook(source))
    this.#source = source
    this.keeper.changed(source)
    this.#touch(cells)
  }

  set(name: string, value: Value): void {
    if (this.values[name] === value) return
    this.#chosen = { ...this.#chosen, [name]: value }
    this.calculation.turned(name)
  }

  /** A text of the notebook with its quotes filled in. */
  fill(text: string): string {
    const quotable = { tables: this.measures.tables, values: this.values }
    return fillQuotes(text, (found) => writeQuote(found, quotable))
  }

  /** The line to the host is open, for the first time or anew. */
  reconnected(): void {
    this.runner.lost()
    void this.calculation.update()
  }

  engineStopped(): void {
    this.calculation.engineStopped()
    this.quoted.forget()
  }

  /** The others have written meanwhile: their text, in place of this one. */
  async takeTheirs(): Promise<void> {
    this.#source = await this.keeper.takeTheirs()
    await this.calculation.refresh()
  }

  async close(): Promise<void> {
    await this.keeper.save()
    await this.calculation.close()
  }

  /** `where`: the cell that was changed, or nothing for the whole text. */
  #write(source: string, where: string): void {
    this.changes.note(this.#source, where)
    this.#source = source
    this.keeper.changed(source)
  }

  #touch(names: readonly string[]): void {
    const cells = tableCellsOf(this.notebook).filter(({ name }) => names.includes(name))
    for (const cell of cells) this.calculation.touched(cell)
  }

  #takeResults(): void {
    const quoted = quotedCells(this.notebook)
    for (const [name, { status, made }] of this.runner.cells) {
      if (status !== 'done') continue
      this.calculation.succeeded(name, made)
      if (quoted.includes(fold(name))) {
        this.quoted.want(fold(name), made, wantedRows(this.notebook, name))
      }
    }
  }
}
