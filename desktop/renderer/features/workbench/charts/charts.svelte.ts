import { SvelteMap } from 'svelte/reactivity'
import { ZhizhiError } from '../../../../contract/errors.ts'
import { aligned } from '../../../../domain/notebook/result-table.ts'
import type { Value } from '../../../../domain/notebook/input.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import type { EngineSession } from '../runner.svelte.ts'
import type { ChartRoom, Filter } from './room.ts'

/** The charts of one notebook; Mosaic is fetched when the first is to be drawn. */
export class Charts {
  readonly #client: AppClient
  readonly #brushed = new SvelteMap<string, readonly Filter[]>()
  #room: { readonly session: EngineSession; readonly room: Promise<ChartRoom> } | undefined
  #values: Readonly<Record<string, Value>> = {}

  constructor(client: AppClient) {
    this.#client = client
  }

  /** What is brushed, in all selections or in one. */
  filters(selection?: string): readonly Filter[] {
    if (selection !== undefined) return this.#brushed.get(selection) ?? []
    return [...this.#brushed.values()].flat()
  }

  /** Takes back what is brushed, in all selections or in one. */
  clear(selection?: string): void {
    const names = selection === undefined ? [...this.#brushed.keys()] : [selection]
    void this.#room?.room.then((room) => {
      for (const name of names) room.clear(name)
    })
  }

  /** Takes back what is brushed in one chart. */
  takeBack(cell: string): void {
    void this.#room?.room.then((room) => room.takeBack(cell))
  }

  /** Charts that show a parameter follow its value. */
  setValues(values: Readonly<Record<string, Value>>): void {
    this.#values = values
    void this.#room?.room.then((room) => room.setValues(values))
  }

  /** The room of the session; a session whose tables were lost has a new one. */
  room(session: EngineSession): Promise<ChartRoom> {
    if (this.#room?.session !== session) {
      this.close()
      this.#room = { session, room: this.#open(session.id) }
    }
    return this.#room.room
  }

  close(): void {
    void this.#room?.room.then((room) => room.close())
    this.#room = undefined
    this.#brushed.clear()
  }

  async #open(session: string): Promise<ChartRoom> {
    const { ChartRoom } = await import('./room.ts')
    const room = new ChartRoom({
      schema: session,
      ask: async (sql, type) => {
        const { bytes } = await this.#client.call('session.chart', { session, sql, type })
        if (type === 'arrow' && !bytes) throw new ZhizhiError('internal')
        return bytes && aligned(bytes)
      },
      onbrush: (selection, filters) => {
        if (filters.length > 0) this.#brushed.set(selection, filters)
        else this.#brushed.delete(selection)
      },
    })
    room.setValues(this.#values)
    return room
  }
}
