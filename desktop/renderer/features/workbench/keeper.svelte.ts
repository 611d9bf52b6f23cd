import type { AppClient } from '../../rpc/connection.ts'
import { ZhizhiError } from '../../../contract/errors.ts'

export type Kept = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'failed'

const PAUSE_MS = 800

/** Keeps a notebook's text in the workspace a moment after each change. */
export class Keeper {
  readonly #client: AppClient
  readonly #id: string
  #base: string
  #waiting: string | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #state = $state<Kept>('saved')
  #failure = $state.raw<unknown>()

  constructor(client: AppClient, id: string, base: string) {
    this.#client = client
    this.#id = id
    this.#base = base
  }

  get state(): Kept {
    return this.#state
  }

  get failure(): unknown {
    return this.#failure
  }

  /** To be told after each change. */
  changed(text: string): void {
    this.#waiting = text
    if (this.#state === 'conflict') return
    if (this.#state !== 'saving') this.#state = 'unsaved'
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS)
  }

  /** Keeps what is not kept yet, now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#waiting === undefined || this.#state === 'saving') return
    const source = this.#waiting
    this.#waiting = undefined
    this.#state = 'saving'
    try {
      const input = { id: this.#id, source, base: this.#base }
      this.#base = (await this.#client.call('notebook.write', input)).version
      this.#failure = undefined
      this.#state = 'saved'
    } catch (error) {
      this.#waiting ??= source
      this.#failure = error
      const conflict = error instanceof ZhizhiError && error.code === 'conflict'
      this.#state = conflict ? 'conflict' : 'failed'
      return
    }
    await this.save() // what was changed meanwhile
  }

  /** Another has written meanwhile; this text goes over theirs, whose version is kept. */
  async overwrite(): Promise<void> {
    this.#base = (await this.#client.call('notebook.read', { id: this.#id })).version
    this.#state = 'unsaved'
    await this.save()
  }

  /** Another has written meanwhile; their text, in place of this one. */
  async takeTheirs(): Promise<string> {
    const { source, version } = await this.#client.call('notebook.read', { id: this.#id })
    this.#base = version
    this.#waiting = undefined
    this.#failure = undefined
    this.#state = 'saved'
    return source
  }
}
