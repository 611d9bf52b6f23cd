import type { Drafts } from '../lesson/drafts.ts'

/** The most that is told of one question, in seconds: a day. */
const most = 86_400

/**
 * Seconds at each question, over all visits to it. `now` is in milliseconds and only goes forward,
 * whatever the computer's clock is set to; what was counted survives a reload with the drafts.
 */
export class QuestionTimes {
  readonly #drafts: Drafts
  readonly #key: (question: string) => string
  readonly #now: () => number
  #running: { readonly question: string; readonly since: number } | undefined

  constructor(drafts: Drafts, key: (question: string) => string, now = () => performance.now()) {
    this.#drafts = drafts
    this.#key = key
    this.#now = now
  }

  /** The learner looks at this question now; `known`: nothing of its time was lost elsewhere. */
  look(question: string, known: boolean): void {
    if (this.#running?.question === question) return
    this.rest()
    if (this.#kept(question) === undefined)
      this.#drafts.write(this.#key(question), known ? '0' : '?')
    this.#running = { question, since: this.#now() }
  }

  /** The learner looks at no question now. */
  rest(): void {
    if (!this.#running) return
    const { question, since } = this.#running
    this.#running = undefined
    const before = this.#kept(question)
    if (before === undefined || before === '?') return
    const all = Number(before) + (this.#now() - since) / 1000
    if (Number.isFinite(all)) this.#drafts.write(this.#key(question), all.toFixed(2))
  }

  /** Whole seconds so far; null where a part of them is unknown. */
  seconds(question: string): number | null {
    const running = this.#running?.question === question
    if (running) {
      this.rest()
      this.#running = { question, since: this.#now() }
    }
    const kept = Number(this.#kept(question))
    return Number.isFinite(kept) ? Math.min(most, Math.max(0, Math.round(kept))) : null
  }

  #kept(question: string): string | undefined {
    return this.#drafts.read(this.#key(question))
  }
}
