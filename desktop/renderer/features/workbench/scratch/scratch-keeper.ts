import type { AppClient } from '../../../rpc/connection.ts'
import { Keeper } from '../keeper.svelte.ts'

interface Start {
  readonly client: AppClient
  readonly source: string
  /** Told of every change, in place of the workspace. */
  readonly onchange: (source: string) => void
}

/** Keeps nothing in the workspace: whoever made the scratch notebook does with its text what he will. */
export class ScratchKeeper extends Keeper {
  readonly #onchange: (source: string) => void

  constructor({ client, source, onchange }: Start) {
    super({ client, id: 'scratch', source, version: '', show: () => undefined })
    this.#onchange = onchange
  }

  override changed(text: string): void {
    this.#onchange(text)
  }

  override save(): Promise<void> {
    return Promise.resolve()
  }
}
