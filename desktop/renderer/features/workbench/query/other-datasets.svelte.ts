import { sqlName } from '../../../../domain/catalogue/sql-name.ts'
import { i18n, zh } from '../../../app/i18n.svelte.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'

/** Datasets of the catalogue that a notebook does not name yet; read once, when they are first offered. */
export class OtherDatasets {
  readonly #client: AppClient
  readonly #book: OpenNotebook
  #all = $state.raw<readonly { id: string; title: string }[]>([])
  readonly list = $derived.by(() => {
    const named = this.#book.notebook.head.datasets.map(({ id }) => id)
    return this.#all.filter(({ id }) => !named.includes(id))
  })

  constructor(client: AppClient, book: OpenNotebook) {
    this.#client = client
    this.#book = book
    $effect(() => {
      const control = new AbortController()
      void this.#read(control.signal)
      return () => control.abort()
    })
  }

  /** The first table of a dataset, as a query names it. */
  async tableOf(id: string): Promise<string | undefined> {
    const { relations } = await this.#client.call('catalogue.dataset', { id })
    const [first] = relations
    return first === undefined ? undefined : sqlName(first)
  }

  async #read(signal: AbortSignal): Promise<void> {
    try {
      const list = await this.#client.call('catalogue.list', {}, { signal })
      this.#all = list
        .filter(({ problem, listed }) => !problem && !listed)
        .map(({ id, title, titleEn }) => ({
          id,
          title: zh(i18n.language === 'en' ? titleEn : title),
        }))
    } catch {
      // the tables of the notebook are there all the same
    }
  }
}
