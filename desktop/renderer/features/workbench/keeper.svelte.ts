import type { AppClient } from '../../rpc/connection.ts'
import { Drafts } from './versions/drafts.ts'
import { Pace } from './versions/pace.ts'
import { codeOf, isStopped, readStored, versionIn } from './versions/place.ts'
import type { Conflict, Kept, Stored } from './versions/place.ts'

interface Start extends Stored {
  readonly client: AppClient
  readonly id: string
  /** Puts another's text on the screen in place of this one. */
  readonly show: (source: string) => void
}

/** Keeps a notebook's text in the workspace a moment after each change, and follows the others'. */
export class Keeper {
  readonly drafts: Drafts
  readonly #client: AppClient
  readonly #id: string
  readonly #show: (source: string) => void
  /** What the workspace holds, as far as is known here. */
  #base: Stored
  #theirs = $state.raw<Stored | undefined>()
  #waiting = $state.raw<string | undefined>()
  #state = $state<Kept>('saved')
  #failure = $state.raw<unknown>()
  /** What is written over next is kept for good. */
  #pin = false
  readonly #pace = new Pace(() => void this.save())
  #last: Promise<void> = Promise.resolve()

  constructor({ client, id, source, version, show }: Start) {
    this.#client = client
    this.#id = id
    this.#show = show
    this.#base = { source, version }
    this.drafts = new Drafts(id)
  }

  get state(): Kept {
    return this.#state
  }

  get failure(): unknown {
    return this.#failure
  }

  /** The version that the text on the screen began with. */
  get base(): string {
    return this.#base.version
  }

  get conflict(): Conflict | undefined {
    if (!this.#theirs || this.#waiting === undefined) return undefined
    return { base: this.#base.source, mine: this.#waiting, theirs: this.#theirs.source }
  }

  /** To be told after each change. */
  changed(text: string): void {
    if (text === this.#base.source && this.#state !== 'saving' && !this.#stopped) {
      this.#settled()
      return
    }
    this.#waiting = text
    this.drafts.put({ text, base: this.#base.version })
    if (this.#stopped) return
    if (this.#state !== 'saving') this.#state = 'unsaved'
    this.#pace.typed()
  }

  /** Keeps what is not kept yet, now. */
  save(): Promise<void> {
    this.#pace.stop()
    return this.#inTurn(() => this.#write())
  }

  /** What is written over next must not be thinned out with the other versions. */
  pin(): void {
    this.#pin = true
  }

  /** The workspace holds another version now, or none (null). */
  heard(version: string | null): void {
    if (version !== this.#base.version || this.#stopped) void this.look()
  }

  /** Looks whether another has written; where nothing is unsaved here, his text is taken in. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#compare()
      } catch (error) {
        if (codeOf(error) === 'notebook_unreadable') this.#stop('unreadable', error)
      }
    })
  }

  /** Ends a conflict with this text; what the others wrote is kept as a version. */
  async settle(text: string): Promise<void> {
    if (!this.#theirs) return
    this.#base = this.#theirs
    this.#theirs = undefined
    this.#state = 'unsaved'
    this.#pin = true
    this.#show(text)
    await this.save()
  }

  /** Writes the text to where the file was removed or has become unreadable. */
  async writeAgain(): Promise<void> {
    this.#waiting ??= this.#base.source
    this.#base = { ...this.#base, version: versionIn(this.#failure) }
    this.#state = 'unsaved'
    this.#pin = true
    await this.save()
  }

  /** What cannot be kept in the workspace now stays as a draft. */
  async close(): Promise<void> {
    await this.save()
    this.#pace.stop()
    this.drafts.close()
  }

  get #stopped(): boolean {
    return isStopped(this.#state)
  }

  /** Writing and looking wait for one another. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work)
    return this.#last
  }

  async #write(): Promise<void> {
    const source = this.#waiting
    if (source === undefined || this.#stopped) return
    this.#state = 'saving'
    try {
      const input = { id: this.#id, source, base: this.#base.version, pin: this.#pin }
      const { version } = await this.#client.call('notebook.write', input)
      this.#base = { source, version }
      this.#pin = false
      this.#pace.wentWell()
      if (this.#waiting === source) this.#settled()
      else this.#state = 'unsaved' // typed meanwhile; the clock for it is running
    } catch (error) {
      await this.#notWritten(error)
    }
  }

  async #notWritten(error: unknown): Promise<void> {
    try {
      if (codeOf(error) !== 'conflict') throw error
      this.#state = 'unsaved'
      await this.#compare()
    } catch (reason) {
      if (codeOf(reason) === 'notebook_unreadable') {
        this.#stop('unreadable', reason)
        return
      }
      this.#stop('failed', reason)
      this.#pace.failed()
    }
  }

  async #compare(): Promise<void> {
    const present = await readStored(this.#client, this.#id)
    if (!present) {
      this.#stop('removed', undefined)
      return
    }
    const same = present.version === this.#base.version
    const mine = this.#waiting
    if (same && !this.#stopped) return
    if (mine === undefined || mine === present.source) {
      this.#base = present
      this.#settled()
      if (!same) this.#show(present.source)
    } else if (same) {
      this.#state = 'unsaved'
      this.#pace.typed()
    } else {
      this.#theirs = present
      this.#stop('conflict', undefined)
    }
  }

  #stop(state: Kept, failure: unknown): void {
    this.#state = state
    this.#failure = failure
  }

  #settled(): void {
    this.#pace.stop()
    this.#waiting = undefined
    this.#theirs = undefined
    this.#stop('saved', undefined)
    this.drafts.drop()
  }
}
