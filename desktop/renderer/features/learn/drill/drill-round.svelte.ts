import type { DrillItemView } from '../../../../contract/drills.ts'
import { type Judged, type Judgement, tallyOf } from '../../../../domain/simulation/drill-score.ts'

/** What was said of a message; `changed` where another thing was said before. */
export interface DrillAnswer {
  readonly scheme: string
  readonly message: string
  readonly answer: Judgement
  readonly changed: boolean
}

/** One round in the learner's hands: any answer can be taken back until it ends. */
export class DrillRound {
  readonly items: readonly DrillItemView[]
  readonly #onend: (answers: readonly DrillAnswer[], finished: boolean) => void
  /** In the order of the messages; a message that is asked again keeps its last answer here. */
  #answers = $state.raw<readonly DrillAnswer[]>([])
  #at = $state(0)
  #asking = $state(true)
  #ended = $state(false)
  #moves = $state(0)

  /** @param onend told once: of a round that was finished, or left after something was answered */
  constructor(
    items: readonly DrillItemView[],
    onend: (answers: readonly DrillAnswer[], finished: boolean) => void,
  ) {
    this.items = items
    this.#onend = onend
  }

  /** From 0. */
  get at(): number {
    return this.#at
  }

  get item(): DrillItemView | undefined {
    return this.items[this.#at]
  }

  /** The answer to the present message, once it has been given and not taken back. */
  get answer(): Judgement | undefined {
    return this.#asking ? undefined : this.#answers[this.#at]?.answer
  }

  get ended(): boolean {
    return this.#ended
  }

  get isLast(): boolean {
    return this.#at === this.items.length - 1
  }

  /** Rises with all that changes what is to be read; the keyboard goes on from there. */
  get moves(): number {
    return this.#moves
  }

  get judged(): Judged[] {
    return this.#answers.map(({ answer }, index) => {
      return { answer, genuine: this.items[index]?.message.genuine ?? false }
    })
  }

  get tally() {
    return tallyOf(this.judged)
  }

  say(answer: Judgement): void {
    const { item } = this
    if (!item || !this.#asking) return
    const before = this.#answers[this.#at]
    const changed = before !== undefined && (before.changed || before.answer !== answer)
    const said = { scheme: item.scheme, message: item.message.id, answer, changed }
    this.#answers = [
      ...this.#answers.slice(0, this.#at),
      said,
      ...this.#answers.slice(this.#at + 1),
    ]
    this.#turn(false)
  }

  takeBack(): void {
    this.#turn(true)
  }

  back(): void {
    if (this.#at === 0) return
    this.#at -= 1
    this.#turn(false)
  }

  /** The next message; after the last, the end. */
  goOn(): void {
    if (this.#asking) return
    if (this.isLast) {
      this.#ended = true
      this.#moves += 1
      this.#onend(this.#answers, true)
      return
    }
    this.#at += 1
    this.#turn(this.#answers[this.#at] === undefined)
  }

  /** The learner goes away. */
  leave(): void {
    if (!this.#ended && this.#answers.length > 0) this.#onend(this.#answers, false)
  }

  #turn(asking: boolean): void {
    this.#asking = asking
    this.#moves += 1
  }
}
