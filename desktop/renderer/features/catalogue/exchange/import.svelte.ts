import { mostImportBytes, type ImportPlan } from '../../../../contract/catalogue-exchange.ts'
import { ZhizhiError } from '../../../../contract/errors.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { catalogueChanges } from './changes.svelte.ts'
import { t } from './messages.ts'

/** Where an import stands. */
type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | {
      readonly kind: 'done'
      readonly token: string
      readonly added: number
      readonly changed: number
    }
  | { readonly kind: 'undone' }

/** One import: a file is chosen, its plan is shown, confirmed, and may be undone. */
export class Import {
  readonly #client: AppClient
  #step = $state.raw<Step>({ kind: 'choose' })
  #failure = $state.raw<unknown>()
  #busy = $state(false)

  constructor(client: AppClient) {
    this.#client = client
  }

  get step(): Step {
    return this.#step
  }

  /** Why the last thing was not done. */
  get failure(): unknown {
    return this.#failure
  }

  get busy(): boolean {
    return this.#busy
  }

  restart(): void {
    this.#step = { kind: 'choose' }
    this.#failure = undefined
  }

  async read(file: File): Promise<void> {
    this.#step = { kind: 'reading', name: file.name }
    await this.#try(async () => {
      if (file.size > mostImportBytes) {
        const problem = t.tooBig(String(mostImportBytes / 2 ** 20))
        throw new ZhizhiError('import_refused', { problem })
      }
      const bytes = new Uint8Array(await file.arrayBuffer())
      this.#step = { kind: 'plan', plan: await this.#client.call('catalogue.plan', { bytes }) }
    })
    if (this.#failure !== undefined) this.#step = { kind: 'choose' }
  }

  confirm(token: string): Promise<void> {
    return this.#try(async () => {
      const { added, changed } = await this.#client.call('catalogue.import', { token })
      this.#step = { kind: 'done', token, added: added.length, changed: changed.length }
      catalogueChanges.happened()
    })
  }

  undo(token: string): Promise<void> {
    return this.#try(async () => {
      await this.#client.call('catalogue.undoImport', { token })
      this.#step = { kind: 'undone' }
      catalogueChanges.happened()
    })
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.#busy = true
    this.#failure = undefined
    try {
      await work()
    } catch (error) {
      this.#failure = error
    } finally {
      this.#busy = false
    }
  }
}
