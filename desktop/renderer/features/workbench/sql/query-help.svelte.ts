import type { Column } from '../../../../contract/table.ts'
import { planRows, type PlanRow } from '../../../../domain/notebook/plan/rows.ts'
import type { SqlCell } from '../../../../domain/notebook/notebook.ts'
import { isCancelled } from '../../../app/error-text.ts'
import { formatSql } from '../../../ui/sql-editor/format.ts'
import { editorText } from '../editor-text.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'
import { t } from './messages.ts'

/** The result of a text that was run for a look. */
export interface Trial {
  readonly session: string
  readonly columns: readonly Column[]
  readonly rows: number
  readonly ms: number
}

/** What can be asked about one cell's query without running the cell. */
export class QueryHelp {
  readonly #book: OpenNotebook
  readonly #cell: () => SqlCell
  #control: AbortController | undefined
  #trial = $state.raw<Trial | undefined>()
  #plan = $state.raw<readonly PlanRow[] | undefined>()
  #busy = $state<'' | 'trial' | 'plan'>('')
  #failure = $state.raw<unknown>()
  #note = $state('')

  constructor(book: OpenNotebook, cell: () => SqlCell) {
    this.#book = book
    this.#cell = cell
  }

  /** Gone with the session whose engine kept it. */
  get trial(): Trial | undefined {
    return this.#trial?.session === this.#book.runner.session?.id ? this.#trial : undefined
  }

  get plan(): readonly PlanRow[] | undefined {
    return this.#plan
  }

  get busy(): '' | 'trial' | 'plan' {
    return this.#busy
  }

  get failure(): unknown {
    return this.#failure
  }

  /** A few words on what was done; empty for none. */
  get note(): string {
    return this.#note
  }

  async format(): Promise<void> {
    const cell = this.#cell()
    const text = editorText(cell.body)
    const same = async (one: string, other: string) =>
      (await this.#book.client.call('sql.same', { one, other })).same
    await this.#ask('', async () => {
      const laid = await formatSql(text, same)
      if (laid !== undefined && laid !== text) this.#book.edit(this.#cell(), laid)
      this.#note = laid === undefined ? t.formatRefused : laid === text ? t.formatSame : t.formatted
    })
  }

  async tryOut(sql: string): Promise<void> {
    await this.#ask('trial', async (session, signal) => {
      const cell = this.#cell().name
      const asked = { session, cell, sql, ...this.#around() }
      const made = await this.#book.client.call('session.try', asked, { signal })
      this.#trial = { session, ...made }
    })
  }

  async explain(): Promise<void> {
    await this.#ask('plan', async (session, signal) => {
      const asked = { session, sql: this.#cell().body, run: true, ...this.#around() }
      const { plan } = await this.#book.client.call('session.explain', asked, { signal })
      this.#plan = planRows(plan)
    })
  }

  stop(): void {
    this.#control?.abort()
  }

  closeTrial(): void {
    const session = this.trial?.session
    this.#trial = undefined
    if (session === undefined) return
    // the next trial or the end of the session drops it anyway
    const asked = { session, cell: this.#cell().name }
    void this.#book.client.call('session.untry', asked).catch(() => undefined)
  }

  closePlan(): void {
    this.#plan = undefined
  }

  forgive(): void {
    this.#failure = undefined
    this.#note = ''
  }

  #around() {
    const { values, notebook } = this.#book
    return { values: { ...values }, datasets: notebook.head.datasets.map(({ id }) => id) }
  }

  async #ask(
    busy: '' | 'trial' | 'plan',
    work: (session: string, signal: AbortSignal) => Promise<void>,
  ) {
    this.#control?.abort()
    const control = new AbortController()
    this.#control = control
    this.forgive()
    this.#busy = busy
    try {
      await work(this.#book.runner.session?.id ?? '', control.signal)
    } catch (error) {
      if (this.#control === control && !isCancelled(error)) this.#failure = error
    } finally {
      if (this.#control === control) this.#busy = ''
    }
  }
}
