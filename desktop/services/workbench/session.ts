import { toWireError, ZhizhiError } from '../../contract/errors.ts'
import { isTrial } from '../../contract/sql-help.ts'
import type { Relation } from '../../contract/table.ts'
import type { CellState } from '../../contract/workbench.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import { tableCellsOf, type Notebook } from '../../domain/notebook/notebook.ts'
import type { Attaching } from '../attaching.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Guard, GuardedQuery } from '../disclosure/notebook-guard.ts'
import type { Clock, Engine, Models } from '../ports.ts'
import { isModel } from '../../domain/notebook/stat/stat.ts'
import { modelQuery } from './model-table.ts'
import { placed, planRun, type Inspection, type Step } from './plan.ts'
import { Run, type Made } from './run.ts'

/** Texts beyond those of the notebook whose inspection is remembered; every edit is a new one. */
const keptInspections = 500

interface Parts {
  readonly id: string
  readonly engine: Engine
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly clock: Clock
  readonly models: Models
  /** What makes of each query what may leave; without it the tables are for looking at only. */
  readonly guard?: Guard | undefined
}

export interface RunOptions {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  readonly signal: AbortSignal
  /** Cells that run although they are manual; all of them where it is missing. */
  readonly asked?: readonly string[] | undefined
  /** Told of each change of a cell's state. */
  readonly emit: (state: CellState) => Promise<void>
}

const plain = ({ cell, values }: Step): GuardedQuery => ({ sql: cell.sql, parameters: values })

/** One open notebook: a schema in the engine, and what its tables were made of. */
export class Session {
  readonly id: string
  readonly #parts: Parts
  readonly #made = new Map<string, Made>()
  readonly #inspections = new Map<string, Inspection>()
  /** Whether its schema is there. */
  #ready = false
  #current = new AbortController()
  #running: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.id = parts.id
    this.#parts = parts
  }

  /** After the engine was restarted nothing is there any more. */
  forget(): void {
    this.#made.clear()
    this.#ready = false
  }

  /** The table of a cell, or of a query on trial; `not_found` where it was not made. */
  relation(cell: string): Relation {
    if (!isTrial(cell) && !this.#made.has(fold(cell)))
      throw new ZhizhiError('not_found', { what: cell })
    return { schema: this.id, name: cell }
  }

  async close(): Promise<void> {
    this.#current.abort(new ZhizhiError('cancelled'))
    await this.#running
    await this.#parts.engine.call('schema.drop', { schema: this.id })
  }

  /** Brings every cell up to date; a run that is still going on is given up for this one. */
  run(options: RunOptions): Promise<{ ran: string[] }> {
    this.#current.abort(new ZhizhiError('cancelled'))
    this.#current = new AbortController()
    const signal = AbortSignal.any([options.signal, this.#current.signal])
    const run = this.#running.then(() => this.#run({ ...options, signal }))
    this.#running = run.catch(() => undefined)
    return run
  }

  async #run({ notebook, values, asked, signal, emit }: RunOptions): Promise<{ ran: string[] }> {
    signal.throwIfAborted()
    const { engine, catalogue, attaching } = this.#parts
    await attaching.need(notebook.head.datasets.map(({ id }) => id))
    if (!this.#ready) await engine.call('schema.create', { schema: this.id }, { signal })
    this.#ready = true
    await this.#dropOthers(notebook, signal)
    const inspect = (sql: string) => this.#inspect(sql, signal)
    const steps = await planRun({ notebook, values, catalogue, inspect })
    this.#forgetOld(notebook)
    const run = new Run(steps, this.#made, {
      emit,
      signal,
      asked: new Set((asked ?? steps.map(({ cell }) => cell.name)).map(fold)),
    })
    const looked = new Set(asked?.map(fold))
    const ran: string[] = []
    try {
      await run.announce()
      await run.work(async (step) => {
        ran.push(step.cell.name)
        return this.#make(step, looked.has(fold(step.cell.name)), signal)
      })
    } finally {
      if (signal.aborted) await run.giveUp().catch(() => undefined) // nobody may be listening now
    }
    signal.throwIfAborted()
    return { ran }
  }

  /** `first`: somebody waits to see its rows, so the first page comes with the news. */
  async #make(step: Step, first: boolean, signal: AbortSignal) {
    const { cell, fingerprint } = step
    const { engine, clock, guard } = this.#parts
    const begun = clock.now().getTime()
    try {
      const relation = { schema: this.id, name: cell.name }
      const query = guard ? await guard.query(step, signal) : plain(step)
      const input = { relation, ...(await this.#madeBy(step, query, signal)), first }
      const { columns, rows, first: page } = await engine.call('cell.create', input, { signal })
      await query.done?.()
      const ms = clock.now().getTime() - begun
      this.#made.set(fold(cell.name), { fingerprint, columns, rows, ms })
      return { status: 'done', error: null, first: page } as const
    } catch (error) {
      if (signal.aborted) return { status: 'cancelled', error: null } as const
      return { status: 'failed', error: placed(toWireError(error), cell) } as const
    }
  }

  /** What makes the table: the query, or of a model the numbers that the host has fitted. */
  async #madeBy({ cell }: Step, query: GuardedQuery, signal: AbortSignal) {
    const { engine, models } = this.#parts
    if (cell.kind !== 'stat' || !isModel(cell.stat)) {
      return { sql: query.sql, parameters: { ...query.parameters } }
    }
    const parts = { engine, models, schema: this.id, signal }
    return { sql: await modelQuery(cell.stat, query, parts), parameters: {} }
  }

  async #inspect(sql: string, signal: AbortSignal): Promise<Inspection> {
    const known = this.#inspections.get(sql)
    if (known) return known
    const inspection = await this.#parts.engine.call('inspect', { sql }, { signal })
    this.#inspections.set(sql, inspection)
    return inspection
  }

  #forgetOld(notebook: Notebook): void {
    const texts = new Set(tableCellsOf(notebook).map(({ sql }) => sql))
    if (this.#inspections.size <= texts.size + keptInspections) return
    for (const text of this.#inspections.keys())
      if (!texts.has(text)) this.#inspections.delete(text)
  }

  /** A deleted cell's table must not answer a query that still names it. */
  async #dropOthers(notebook: Notebook, signal: AbortSignal): Promise<void> {
    const names = new Set(tableCellsOf(notebook).map(({ name }) => fold(name)))
    for (const name of [...this.#made.keys()].filter((made) => !names.has(made))) {
      const relation = { schema: this.id, name }
      await this.#parts.engine.call('cell.drop', { relation }, { signal })
      this.#made.delete(name)
    }
  }
}
