/** Items between the port and their one reader. It never holds more than its window. */
export class ItemQueue {
  readonly #window: number
  readonly #grant: (n: number) => void
  #items: unknown[] = []
  #credit: number
  #read = 0
  #ended = false
  #wake: (() => void) | undefined

  constructor(window: number, grant: (n: number) => void) {
    this.#window = window
    this.#credit = window
    this.#grant = grant
  }

  /** Takes an item; false if the sender had no credit for it. */
  push(item: unknown): boolean {
    if (this.#credit === 0) return false
    this.#credit -= 1
    this.#items.push(item)
    this.#wake?.()
    return true
  }

  /** No more items will come. Those that wait are still read, unless they are dropped. */
  end(drop: boolean): void {
    this.#ended = true
    if (drop) this.#items = []
    this.#wake?.()
  }

  /** Items until the end. One that was read makes room for another. */
  async *read(): AsyncGenerator<unknown, void, undefined> {
    for (;;) {
      if (this.#items.length > 0) {
        yield this.#items.shift()
        this.#makeRoom()
      } else if (this.#ended) {
        return
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve))
      }
    }
  }

  /** Credit goes back by half windows: few messages, and never more items than the window. */
  #makeRoom(): void {
    this.#read += 1
    if (this.#ended || this.#read < Math.ceil(this.#window / 2)) return
    this.#credit += this.#read
    this.#grant(this.#read)
    this.#read = 0
  }
}
