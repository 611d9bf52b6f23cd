import { untrack } from 'svelte'
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
import type { Cell as CellOnDesk, Runner } from './runner.svelte.ts'
import { Undo } from './undo.svelte.ts'

interface Start {
  readonly client: AppClient
  readonly id: string
  readonly source: string
  readonly version: string
  /** Keeps the text elsewhere than in the workspace. */
  readonly keeper?: Keeper
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
  readonly #quotedCells = $derived.by(() => quotedCells(this.notebook))
  readonly values = $derived.by(() => valuesOf(this.notebook, this.#chosen))

  constructor({ client, id, source, version, keeper }: Start) {
    this.id = id
    this.client = client
    this.#source = source
    this.keeper =
      keeper ?? new Keeper({ client, id, source, version, show: (text) => this.change(text) })
    this.calculation = new Calculation(
      client,
      () => this,
      (cell) => this.#quote(cell),
    )
    this.quoted = new QuotedValues(client, () => this.runner.session?.id)
    this.data = new AttachedData(client, () => this.notebook.head.datasets.map((use) => use.id))
    $effect(() => {
      if (this.#quotedCells.length > 0) untrack(() => this.#quoteAll())
    })
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
    for (const one of this.#cells([cell.name])) this.calculation.typed(one)
  }

  /** Another text between a cell's fences. */
  setBody(cell: Cell, body: string): void {
    this.change(withBody(this.notebook, cell, body))
  }

  /** The whole text was changed by hand. */
  rewrite(source: string): void {
    this.#write(source)
    void this.calculation.refresh()
  }

  /** A block was added, moved, taken away or written anew: one step to be undone. */
  change(source: string): void {
    if (source === this.#source) return
    const cells = changedCells(this.notebook, parseNotebook(source))
    this.#write(source)
    this.calculation.changed(this.#cells(cells))
  }

  /** The whole text as it was once, or nothing where there is none; only what differs is run again. */
  goTo(source: string | undefined): void {
    if (source === undefined) return
    const cells = changedCells(this.notebook, parseNotebook(source))
    this.#source = source
    this.keeper.changed(source)
    this.calculation.changed(this.#cells(cells))
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

  async close(): Promise<void> {
    await this.keeper.close()
    await this.calculation.close()
  }

  /** `where`: the cell that is typed in, or nothing. */
  #write(source: string, where?: string): void {
    this.changes.note(this.#source, where)
    this.#source = source
    this.keeper.changed(source)
  }

  #cells(names: readonly string[]): TableCell[] {
    return tableCellsOf(this.notebook).filter(({ name }) => names.includes(name))
  }

  /** A cell's table stands; its first row is read where the text quotes it. */
  #quote({ cell, made }: CellOnDesk): void {
    if (this.#quotedCells.includes(fold(cell)))
      this.quoted.want(fold(cell), made, wantedRows(this.notebook, cell))
  }

  /** The text has changed, and may quote cells that it did not quote before. */
  #quoteAll(): void {
    for (const cell of this.runner.cells.values()) if (cell.status === 'done') this.#quote(cell)
  }
}
