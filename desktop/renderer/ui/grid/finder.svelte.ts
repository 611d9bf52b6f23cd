import type { FindQuestion, Found } from '../../../contract/table.ts'
import { isCancelled } from '../../app/error-text.ts'

/** Asks where a text occurs in the table as it stands. */
export type Find = (question: FindQuestion, signal: AbortSignal) => Promise<Found>

/** A search through a whole table: what is looked for, and where it was found last. */
export class Finder {
  readonly #find: () => Find | undefined
  readonly #onfound: (match: NonNullable<Found['match']>) => void
  open = $state(false)
  text = $state('')
  busy = $state(false)
  failure = $state.raw<unknown>()
  /** Of the last answer, and the text that it is of. */
  #found = $state.raw<{ readonly text: string; readonly answer: Found } | undefined>()
  #marked = $state('')
  #asking: AbortController | undefined

  constructor(find: () => Find | undefined, onfound: (match: NonNullable<Found['match']>) => void) {
    this.#find = find
    this.#onfound = onfound
  }

  /** The answer, unless something else is being looked for by now. */
  get answer(): Found | undefined {
    return this.#found?.text === this.text ? this.#found.answer : undefined
  }

  /** What is marked in the cells, in small letters; empty for nothing. */
  get marked(): string {
    return this.open ? this.#marked : ''
  }

  /** Goes to the next match from a row on, or to the one before. */
  async go(direction: FindQuestion['direction'], from: number): Promise<void> {
    const find = this.#find()
    const { text } = this
    if (!find || text === '') return
    this.cancel()
    const asking = new AbortController()
    this.#asking = asking
    this.busy = true
    this.failure = undefined
    try {
      const answer = await find({ text, from, direction }, asking.signal)
      if (asking.signal.aborted) return
      this.#found = { text, answer }
      this.#marked = text.toLowerCase()
      if (answer.match) this.#onfound(answer.match)
    } catch (error) {
      if (!asking.signal.aborted && !isCancelled(error)) this.failure = error
    } finally {
      if (this.#asking === asking) this.busy = false
    }
  }

  cancel(): void {
    this.#asking?.abort()
    this.#asking = undefined
    this.busy = false
  }

  close(): void {
    this.cancel()
    this.open = false
    this.#found = undefined
    this.#marked = ''
  }

  /** The table is another one, or stands in another order: where the text was found is void. */
  forget(): void {
    this.cancel()
    this.#found = undefined
  }
}
