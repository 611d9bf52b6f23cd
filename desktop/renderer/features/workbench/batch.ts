/** While more than a few come in so many milliseconds, they are taken together. */
const PAUSE_MS = 60
const FEW = 20

/**
 * Hands on what comes, in its order: news at once where they are few, else in batches. What is no
 * news yet waits with them, so that what ends before anyone could read “running” never says so.
 */
export class Batch<T> {
  readonly #take: (items: readonly T[]) => void
  #waiting: T[] = []
  /** Handed on at once in this stretch of time. */
  #count = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(take: (items: readonly T[]) => void) {
    this.#take = take
  }

  add(item: T, isNews = true): void {
    this.#waiting.push(item)
    if (isNews) {
      this.#count += 1
      if (this.#count <= FEW) this.#hand()
    }
    this.#timer ??= setTimeout(() => this.#after(), PAUSE_MS)
  }

  /** Hands on what still waits, now. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#count = 0
    this.#hand()
  }

  #after(): void {
    this.#timer = undefined
    this.#count = this.#waiting.length
    if (this.#count === 0) return
    this.#hand()
    this.#timer = setTimeout(() => this.#after(), PAUSE_MS)
  }

  #hand(): void {
    const items = this.#waiting
    this.#waiting = []
    if (items.length > 0) this.#take(items)
  }
}
