import type { LanState } from '../../../../contract/lan.ts'
import type { App } from '../../../app/app.svelte.ts'
import { isCancelled } from '../../../app/error-text.ts'

/** The class on the local network as it is now, in this window. */
export class LanWatch {
  readonly #app: App
  #state = $state.raw<LanState>()

  constructor(app: App) {
    this.#app = app
  }

  /** Nothing before the host has told it. */
  get state(): LanState | undefined {
    return this.#state
  }

  /** Follows it until the returned function is called; anew after the line broke. */
  follow(): () => void {
    const stop = new AbortController()
    if (this.#app.connection.session >= 0) void this.#read(stop.signal)
    return () => stop.abort()
  }

  async #read(signal: AbortSignal): Promise<void> {
    try {
      const states = this.#app.client.stream('lan.state', {}, { signal })
      for await (const state of states) this.#state = state
    } catch (error) {
      // the line broke: the shell says so, and `session` rises when it is back
      if (!isCancelled(error)) this.#state = undefined
    }
  }
}
