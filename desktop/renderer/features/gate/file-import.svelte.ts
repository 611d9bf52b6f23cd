import { chunkBytes, type GateLook, type GateResult } from '../../../contract/gate.ts'
import type { Choices } from '../../../domain/catalogue/importing/recipe.ts'
import type { Assessed } from '../../../domain/privacy/deidentify/assessed.ts'
import { ZhizhiError } from '../../../contract/errors.ts'
import { isCancelled } from '../../app/error-text.ts'
import type { AppClient } from '../../rpc/connection.ts'
import { Deciding } from './deciding.svelte.ts'
import { catalogueChanges } from '../catalogue/exchange/changes.svelte.ts'

/** Where an import stands. */
export type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'sending'; readonly name: string }
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'looked'
      readonly look: GateLook
      /** What goes on meanwhile: it is looked at again, or comes in. */
      readonly busy: 'no' | 'looking' | 'importing'
    }
  | { readonly kind: 'secret'; readonly places: readonly { mark: string; where: string }[] }
  | { readonly kind: 'done'; readonly result: GateResult }

/** One file on its way in: sent, looked at as often as a choice changes, imported or given up. */
export class FileImport {
  readonly #client: AppClient
  #stage = $state.raw<Stage>({ kind: 'choose' })
  #failure = $state.raw<unknown>()
  #part = $state<number>()
  readonly deciding = new Deciding()
  /** What it will be called in the catalogue, and in queries. */
  title = $state('')
  id = $state('')
  #token: string | undefined
  #choices: Choices = {}
  #like: string | undefined
  #running: AbortController | undefined

  constructor(client: AppClient) {
    this.#client = client
  }

  get stage(): Stage {
    return this.#stage
  }

  /** Why the last thing was not done. */
  get failure(): unknown {
    return this.#failure
  }

  /** How much of the present work is done, 0 to 1, where that is known. */
  get part(): number | undefined {
    return this.#part
  }

  /** What these decisions would do to the file. */
  async assess(order: ReturnType<Deciding['order']>, signal: AbortSignal): Promise<Assessed> {
    const { stage } = this
    const token = this.#token
    if (token === undefined || stage.kind !== 'looked') throw new ZhizhiError('cancelled')
    return this.#client.call(
      'gate.assess',
      { token, recipe: stage.look.recipe, ...order },
      { signal },
    )
  }

  async bring(file: File): Promise<void> {
    this.giveUp()
    this.#stage = { kind: 'sending', name: file.name }
    await this.#try({ kind: 'choose' }, async (signal) => {
      const { name, size } = file
      const { token } = await this.#client.call('gate.begin', { name, size }, { signal })
      this.#token = token
      for (let at = 0; at < size; at += chunkBytes) {
        const bytes = new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer())
        await this.#client.call('gate.chunk', { token, bytes }, { signal })
        this.#part = Math.min(1, (at + chunkBytes) / size)
      }
      await this.#look(token, signal)
    })
  }

  /** Looks again with other choices; the step that a person took back stays taken back. */
  async choose(changed: Choices): Promise<void> {
    const before = this.#stage
    const token = this.#token
    if (token === undefined || before.kind !== 'looked' || before.busy !== 'no') return
    const choices = this.#choices
    this.#stage = { ...before, busy: 'looking' }
    await this.#try(before, async (signal) => {
      this.#choices = { ...choices, ...changed }
      await this.#look(token, signal)
    })
    if (this.#stage === before) this.#choices = choices
  }

  /** Does as was done to an imported dataset, or as is proposed for any file. */
  async follow(like: string | undefined): Promise<void> {
    const before = this.#like
    this.#like = like
    await this.choose({ steps: undefined, header: undefined, table: undefined })
    const { look } = this.#stage.kind === 'looked' ? this.#stage : { look: undefined }
    // where it failed or was cancelled, all is as it was
    if (look?.like?.id !== like) this.#like = before
    else this.deciding.follow(look?.like?.decisions ?? {})
  }

  /** Takes the dataset that has just come in out again. */
  async undo(): Promise<void> {
    const before = this.#stage
    if (before.kind !== 'done') return
    await this.#try(before, async (signal) => {
      await this.#client.call('gate.remove', { id: before.result.dataset }, { signal })
      this.giveUp()
      catalogueChanges.happened()
    })
  }

  async import(): Promise<void> {
    const before = this.#stage
    const token = this.#token
    if (token === undefined || before.kind !== 'looked' || before.busy !== 'no') return
    const { look } = before
    this.#stage = { ...before, busy: 'importing' }
    await this.#try(before, async (signal) => {
      const named = { id: this.id, title: this.title.trim() }
      const order = { token, recipe: look.recipe, ...this.deciding.order(look), ...named }
      const onProgress = (part: number) => (this.#part = part)
      const result = await this.#client.call('gate.import', order, { signal, onProgress })
      this.#token = undefined
      this.#stage = { kind: 'done', result }
      catalogueChanges.happened()
    })
  }

  cancel(): void {
    this.#running?.abort()
  }

  /** Leaves the file; its copy is deleted. */
  giveUp(): void {
    this.cancel()
    const token = this.#token
    this.#token = undefined
    this.#choices = {}
    this.#like = undefined
    this.deciding.reset()
    this.#failure = undefined
    this.#stage = { kind: 'choose' }
    // whatever fails here, the host empties the place at its next start
    if (token !== undefined) this.#client.call('gate.discard', { token }).catch(() => undefined)
  }

  async #look(token: string, signal: AbortSignal): Promise<void> {
    this.#part = undefined
    const before = this.#stage
    if (before.kind !== 'looked') this.#stage = { kind: 'looking' }
    const onProgress = (part: number) => (this.#part = part)
    const like = this.#like
    const input = { token, choices: this.#choices, ...(like === undefined ? {} : { like }) }
    const look = await this.#client.call('gate.look', input, { signal, onProgress })
    if (look.kind === 'secret') {
      this.#token = undefined
      this.#stage = look
      return
    }
    // what was typed stays, unless it is about another sheet
    if (before.kind !== 'looked' || before.look.recipe.table !== look.recipe.table) {
      this.title = look.title
      this.id = look.id
    }
    this.#stage = { kind: 'looked', look, busy: 'no' }
  }

  /** Does a piece of work; where it fails or is cancelled, all is as it was before. */
  async #try(before: Stage, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const running = new AbortController()
    this.#running = running
    this.#failure = undefined
    this.#part = undefined
    try {
      await work(running.signal)
    } catch (error) {
      if (this.#running !== running) return
      if (!isCancelled(error)) this.#failure = error
      this.#stage = before
    }
  }
}
