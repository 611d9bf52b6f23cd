import { SvelteMap } from 'svelte/reactivity'
import { ZhizhiError } from '../../../contract/errors.ts'
import type { Column } from '../../../contract/table.ts'
import type { CellState } from '../../../contract/workbench.ts'
import type { Value } from '../../../domain/notebook/input.ts'
import { isCancelled } from '../../app/error-text.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { Batch } from './batch.ts'
import { notAmong } from './not-among.ts'

/** A cell as it stands here; `made` rises whenever its table was made anew. */
export interface Cell extends CellState {
  readonly made: number
}

export interface RunRequest {
  readonly source: string
  readonly values: Readonly<Record<string, Value>>
  /** Manual cells that are to run; all of them where it is missing. */
  readonly asked: readonly string[] | undefined
}

export interface EngineSession {
  readonly id: string
}

const ended = ['done', 'failed', 'cancelled']
const underWay = ['waiting', 'running']

/** A notebook's session in the engine: runs its text and knows how each cell stands. */
export class Runner {
  readonly #client: AppClient
  readonly #ondone: (cell: Cell) => void
  readonly #cells = new SvelteMap<string, Cell>()
  #session: Promise<string> | undefined
  #control: AbortController | undefined
  #running = $state(false)
  #failure = $state.raw<unknown>()
  #tables = $state.raw<EngineSession | undefined>()

  /** `ondone` is told of each cell whose table stands. */
  constructor(client: AppClient, ondone: (cell: Cell) => void) {
    this.#client = client
    this.#ondone = ondone
  }

  get running(): boolean {
    return this.#running
  }

  get failure(): unknown {
    return this.#failure
  }

  /** The session in the engine while its tables are there; another object when they were lost. */
  get session(): EngineSession | undefined {
    return this.#tables
  }

  get cells(): ReadonlyMap<string, Cell> {
    return this.#cells
  }

  /**
   * Brings every cell of the text up to date, manual ones where they are asked for; an earlier run
   * that still goes on gives way.
   */
  async run(request: RunRequest): Promise<void> {
    this.#control?.abort()
    const control = new AbortController()
    this.#control = control
    this.#running = true
    this.#failure = undefined
    try {
      await this.#once(request, control.signal)
    } catch (error) {
      if (this.#control === control) this.#end(error)
    } finally {
      if (this.#control === control) this.#running = false
    }
  }

  cancel(): void {
    this.#control?.abort()
  }

  /** The engine was restarted: nothing that was made is there any more. */
  forget(): void {
    this.#tables = undefined
    for (const [name, cell] of this.#cells) {
      if (cell.status === 'done') this.#cells.set(name, { ...cell, status: 'stale' })
    }
  }

  /** The host was restarted: its sessions are gone with it. */
  lost(): void {
    this.#session = undefined
    this.forget()
  }

  async close(): Promise<void> {
    this.#control?.abort()
    const session = await this.#session?.catch(() => undefined)
    if (session !== undefined) await this.#client.call('session.close', { session })
  }

  async #once(request: RunRequest, signal: AbortSignal) {
    try {
      await this.#stream(request, signal)
    } catch (error) {
      if (!(error instanceof ZhizhiError) || error.code !== 'not_found') throw error
      this.lost() // too many were open, and this one was used longest ago
      await this.#stream(request, signal)
    }
  }

  async #stream({ source, values, asked }: RunRequest, signal: AbortSignal) {
    this.#session ??= this.#open()
    const session = await this.#session
    const input = { session, source, values: { ...values }, asked: asked && [...asked] }
    const stream = this.#client.stream('session.run', input, { signal })
    const told: string[] = []
    const batch = new Batch<CellState>((states) => {
      this.#tables ??= { id: session }
      for (const state of states) this.#take(state)
    })
    try {
      for await (const state of stream) {
        told.push(state.cell)
        batch.add(state, !underWay.includes(state.status))
      }
    } finally {
      batch.flush()
    }
    await stream.result
    this.#tables ??= { id: session }
    for (const name of notAmong(told, this.#cells.keys())) this.#cells.delete(name)
  }

  async #open(): Promise<string> {
    try {
      return (await this.#client.call('session.open', {})).session
    } catch (error) {
      this.#session = undefined
      throw error
    }
  }

  #take(state: CellState): void {
    const before = this.#cells.get(state.cell)
    const anew = state.status === 'done' && before?.status !== 'done'
    const columns = sameColumns(before?.columns, state.columns)
    const cell = { ...state, columns, made: (before?.made ?? 0) + (anew ? 1 : 0) }
    this.#cells.set(state.cell, cell)
    if (cell.status === 'done') this.#ondone(cell)
  }

  #end(error: unknown): void {
    if (!isCancelled(error)) this.#failure = error
    for (const [name, cell] of this.#cells) {
      if (!ended.includes(cell.status)) this.#cells.set(name, { ...cell, status: 'cancelled' })
    }
  }
}

/** The very list of before where nothing in it differs: what hangs on it then stays as it is. */
function sameColumns(before: Column[] | undefined, now: Column[]): Column[] {
  const same =
    before?.length === now.length &&
    now.every(({ name, type }, at) => before[at]?.name === name && before[at].type === type)
  return same ? before : now
}
