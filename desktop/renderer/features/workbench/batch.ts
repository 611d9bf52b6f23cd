/** While things come thick and fast, they are taken together; a single one at once. */
const PAUSE_MS = 60

/** Hands on what comes, at once where it comes singly, else in batches. */
export class Batch<T> {
  readonly #take: (items: readonly T[]) => void
  #waiting: T[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(take: (items: readonly T[]) => void) {
    this.#take = take
  }

  add(item: T): void {
    this.#waiting.push(item)
    if (this.#timer !== undefined) return
    this.#hand()
    this.#timer = setTimeout(() => this.#after(), PAUSE_MS)
  }

  /** Hands on what still waits, now. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#hand()
  }

  #after(): void {
    this.#timer = undefined
    if (this.#waiting.length === 0) return
    this.#hand()
    this.#timer = setTimeout(() => this.#after(), PAUSE_MS)
  }

  #hand(): void {
    const items = this.#waiting
    this.#waiting = []
    if (items.length > 0) this.#take(items)
  }
}
