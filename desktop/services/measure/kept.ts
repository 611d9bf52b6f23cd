/** Results that need not be measured again, by a key that says of what they were made. */
export class Kept<T> {
  readonly #most: number
  readonly #results = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  /** What was measured under this key, or what `measure` brings. A failure is not kept. */
  async get(key: string, measure: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key)
    if (known !== undefined) return known
    const result = await measure()
    const [oldest] = this.#results.keys()
    if (this.#results.size >= this.#most && oldest !== undefined) this.#results.delete(oldest)
    this.#results.set(key, result)
    return result
  }
}
