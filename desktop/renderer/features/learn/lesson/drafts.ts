import { type Place, lessonKey } from './tasks.ts'

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Keeps nothing: what is practised again begins with an empty sheet. */
export const noStore: Store = { getItem: () => null, setItem: () => undefined }

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

/** Takes away what a learner typed in a lesson that is begun anew. */
export function forgetDrafts(learner: string, { course, lesson }: Place): void {
  const begins = name(learner, `${lessonKey({ course, lesson })}#`)
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(begins))
    for (const key of keys) sessionStorage.removeItem(key)
  } catch {
    // where nothing can be stored, nothing is there
  }
}
