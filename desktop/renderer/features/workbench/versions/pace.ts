const PAUSE_MS = 800
const FIRST_RETRY_MS = 2000
const LONGEST_RETRY_MS = 30_000

/** When a text is saved: a moment after typing, and with growing pauses after it failed. */
export class Pace {
  readonly #save: () => void
  #retryMs = FIRST_RETRY_MS
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(save: () => void) {
    this.#save = save
  }

  typed(): void {
    this.#after(PAUSE_MS)
  }

  failed(): void {
    this.#after(this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
  }

  /** It went well: the next failure is tried again soon. */
  wentWell(): void {
    this.#retryMs = FIRST_RETRY_MS
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #after(ms: number): void {
    this.stop()
    this.#timer = setTimeout(this.#save, ms)
  }
}
