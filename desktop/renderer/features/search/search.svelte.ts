import type { Hit } from '../../../contract/app.ts'
import { isCancelled } from '../../app/error-text.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { groupHits } from './hits.ts'

const LIMIT = 20
const PAUSE_MS = 60

/** What was typed and what was found; a newer word stops the search for an older one. */
export class Search {
  readonly #client: AppClient
  #text = $state('')
  #searched = $state('')
  #hits = $state.raw<readonly Hit[]>([])
  #error = $state.raw<unknown>()
  #controller = new AbortController()
  readonly #groups = $derived(groupHits(this.#hits))

  constructor(client: AppClient) {
    this.#client = client
  }

  get text(): string {
    return this.#text
  }

  set text(text: string) {
    this.#text = text
    this.#controller.abort()
    this.#controller = new AbortController()
    void this.#search(text.trim(), this.#controller.signal)
  }

  /** Whether the hits shown are not yet those of the text. */
  get pending(): boolean {
    return this.#searched !== this.#text.trim()
  }

  get groups() {
    return this.#groups
  }

  get error(): unknown {
    return this.#error
  }

  async #search(text: string, signal: AbortSignal): Promise<void> {
    try {
      if (text) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      if (signal.aborted) return
      const input = { text: text.slice(0, 200), limit: LIMIT }
      const hits = text ? await this.#client.call('search', input, { signal }) : []
      this.#show(text, hits, undefined)
    } catch (error) {
      if (!isCancelled(error)) this.#show(text, [], error)
    }
  }

  #show(text: string, hits: readonly Hit[], error: unknown): void {
    this.#searched = text
    this.#hits = hits
    this.#error = error
  }
}
