type Store = Pick<Storage, 'getItem' | 'setItem'>

/**
 * What the learner has typed, kept until the window is closed. One computer serves several
 * learners, so each has their own; who writes a name only now goes on with what stood there before.
 * A browser may refuse storage; then a draft lasts as long as the page.
 */
export class Drafts {
  readonly #store: Store
  readonly #learner: string | null

  constructor(store: Store, learner: string | null) {
    this.#store = store
    this.#learner = learner
  }

  read(key: string): string | undefined {
    try {
      const own = this.#store.getItem(name(this.#learner, key))
      return own ?? this.#store.getItem(name(null, key)) ?? undefined
    } catch {
      return undefined
    }
  }

  write(key: string, text: string): void {
    try {
      this.#store.setItem(name(this.#learner, key), text)
    } catch {
      // Full or switched off: the page itself still holds the text.
    }
  }
}

const name = (learner: string | null, key: string) => `zhizhi.draft:${learner ?? ''}:${key}`
