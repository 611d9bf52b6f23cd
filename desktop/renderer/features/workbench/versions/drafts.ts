import * as z from 'zod'

const draftSchema = z.object({
  text: z.string(),
  /** The version that the text began with. */
  base: z.string(),
  /** When it was typed last, ms. */
  at: z.number(),
})

/** A text that was typed and never reached the workspace, kept in the browser's own storage. */
export interface Draft extends z.infer<typeof draftSchema> {
  readonly key: string
}

/** A crash loses what was typed in so many milliseconds at most. */
const PAUSE_MS = 200

const prefixOf = (id: string) => `zhizhi.draft.${id}/`

interface Browser {
  readonly storage: Storage
  /** Not there where the page comes over an open network. */
  readonly locks: LockManager | undefined
}

/** One open notebook's draft, and those that were left behind by windows that are gone. */
export class Drafts {
  readonly #prefix: string
  readonly #key: string
  readonly #storage: Storage
  readonly #locks: LockManager | undefined
  readonly #closed = new AbortController()
  #next: Omit<Draft, 'key'> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(id: string, browser: Browser = { storage: localStorage, locks: navigator.locks }) {
    this.#prefix = prefixOf(id)
    this.#key = this.#prefix + Math.random().toString(36).slice(2)
    this.#storage = browser.storage
    this.#locks = browser.locks
    void this.#locks?.request(this.#key, () => this.#untilClosed())
  }

  put(draft: Pick<Draft, 'text' | 'base'>): void {
    this.#next = { ...draft, at: Date.now() }
    this.#timer ??= setTimeout(() => this.flush(), PAUSE_MS)
  }

  /** Writes down what was put, now. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#next) return
    try {
      this.#storage.setItem(this.#key, JSON.stringify(this.#next))
    } catch {
      // the storage is full or forbidden; the workspace is the place that counts
    }
  }

  /** The text has reached the workspace. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#next) this.remove(this.#key)
    this.#next = undefined
  }

  remove(key: string): void {
    try {
      this.#storage.removeItem(key)
    } catch {
      // forbidden: then nothing was put there either
    }
  }

  /**
   * Drafts that windows left that are gone, newest first; damaged ones are cleared away. A window that
   * is open holds a lock, which a crash lets go.
   */
  async others(): Promise<Draft[]> {
    const held = (await this.#locks?.query())?.held ?? []
    const open = new Set(held.map(({ name }) => name))
    const found = this.#keys()
      .filter((key) => !open.has(key))
      .flatMap((key) => {
        const draft = this.#read(key)
        if (!draft) this.remove(key)
        return draft ? [{ ...draft, key }] : []
      })
    return found.toSorted((one, other) => other.at - one.at)
  }

  /** The notebook is closed: what was not kept is offered when it is opened again. */
  close(): void {
    this.flush()
    this.#closed.abort()
  }

  #untilClosed(): Promise<void> {
    const { signal } = this.#closed
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
  }

  #keys(): string[] {
    try {
      const all = Array.from({ length: this.#storage.length }, (_, n) => this.#storage.key(n) ?? '')
      return all.filter((key) => key.startsWith(this.#prefix) && key !== this.#key)
    } catch {
      return []
    }
  }

  #read(key: string): Omit<Draft, 'key'> | undefined {
    try {
      return draftSchema.parse(JSON.parse(this.#storage.getItem(key) ?? ''))
    } catch {
      return undefined
    }
  }
}
