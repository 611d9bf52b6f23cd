import { SvelteSet } from 'svelte/reactivity'
import { ZhizhiError } from '../../../../contract/errors.ts'
import { aligned } from '../../../../domain/notebook/result-table.ts'
import type { Value } from '../../../../domain/notebook/input.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import type { EngineSession } from '../runner.svelte.ts'
import type { ChartRoom } from './room.ts'

/** The charts of one notebook; Mosaic is fetched when the first is to be drawn. */
export class Charts {
  readonly #client: AppClient
  readonly #brushed = new SvelteSet<string>()
  #room: { readonly session: EngineSession; readonly room: Promise<ChartRoom> } | undefined
  #values: Readonly<Record<string, Value>> = {}

  constructor(client: AppClient) {
    this.#client = client
  }

  /** Whether something is brushed in the selection. */
  isBrushed(selection: string): boolean {
    return this.#brushed.has(selection)
  }

  clear(selection: string): void {
    void this.#room?.room.then((room) => room.clear(selection))
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
      onbrush: (selection, brushed) => {
        if (brushed) this.#brushed.add(selection)
        else this.#brushed.delete(selection)
      },
    })
    room.setValues(this.#values)
    return room
  }
}
