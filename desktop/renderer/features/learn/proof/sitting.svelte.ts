import type { SittingView } from '../../../../contract/assessment.ts'
import type { Answer } from '../../../../contract/learn.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { forgetDrafts } from '../lesson/drafts.ts'
import { type LessonItem, lessonItems } from '../lesson/lesson-items.ts'
import type { LessonTable } from '../lesson/lesson-tables.ts'
import type { LessonVisit } from '../lesson/lesson-visit.ts'
import { exerciseKey } from '../lesson/tasks.ts'
import { Work } from '../lesson/work.svelte.ts'
import { answerOf, isWhole } from './item-answer.ts'
import { QuestionTimes } from './question-times.ts'
import { afterAnswer, placeIn } from './questions.ts'
import { type SittingParts, visitOf } from './sitting-parts.ts'

/** One learner at one test: which question, what is answered, and what was sent. */
export class Sitting {
  readonly learner: string
  readonly visit: LessonVisit
  readonly work = new Work()
  readonly #client: AppClient
  readonly #tables: readonly LessonTable[]
  readonly #items: readonly LessonItem[]
  readonly #times: QuestionTimes
  #view = $state.raw<SittingView>() as SittingView
  #at = $state<string>()
  #over = $state(false)
  readonly #key = (question: string) => exerciseKey(this.visit.place, question)
  readonly #sent = (question: string) => this.visit.drafts.read(`${this.#key(question)}:sent`)
  readonly #after = () =>
    this.forward ? (this.#view.next ?? undefined) : this.questions[this.number]?.id

  constructor(parts: SittingParts) {
    const { client, learner, view, tables } = parts
    this.#client = client
    this.learner = learner
    this.#tables = tables
    this.#view = view
    this.visit = visitOf(parts, () => void this.goOn())
    this.#items = lessonItems(this.visit, view.lesson.blocks)
    this.#times = new QuestionTimes(this.visit.drafts, (id) => `${this.#key(id)}:seconds`)
    this.#look(this.#where())
  }

  get view(): SittingView {
    return this.#view
  }

  get questions(): SittingView['questions'] {
    return this.#view.questions
  }

  /** The placement asks what it needs, one after another, and never goes back. */
  get forward(): boolean {
    return this.#view.kind === 'placement'
  }

  /** The question on show; `undefined`: the whole paper is looked over. */
  get question(): SittingView['questions'][number] | undefined {
    return this.questions.find(({ id }) => id === this.#at)
  }

  /** Those of the question's own course: of a whole programme there are too many to look through. */
  get tables(): readonly LessonTable[] {
    const own = this.question?.datasets ?? []
    return this.#tables.filter(({ dataset }) => own.includes(dataset))
  }

  get number(): number {
    return this.questions.findIndex(({ id }) => id === this.#at) + 1
  }

  get item(): LessonItem | undefined {
    return this.#items.find((item) => 'exercise' in item && item.exercise.block.id === this.#at)
  }

  /** Whether what stands in the field is a whole answer. */
  get whole(): boolean {
    return this.item !== undefined && isWhole(this.item)
  }

  get answered(): number {
    return this.questions.filter(({ answered }) => answered).length
  }

  /** Answered in an earlier window, which has taken the words of the answer along. */
  get answeredElsewhere(): boolean {
    const { question } = this
    return (
      question?.answered === true &&
      !question.skipped &&
      this.#sent(question.id) === undefined &&
      !this.whole
    )
  }

  /** It was handed in elsewhere: nothing here counts any more. */
  get over(): boolean {
    return this.#over
  }

  /** Keeps the answer and goes to the next question, after the last to the whole paper. */
  async goOn(): Promise<void> {
    if (this.answeredElsewhere) this.#look(this.#after())
    else if (this.question?.gone) await this.skip()
    else if ((!this.question || this.whole) && (await this.keep())) this.#onward()
  }

  /** “I do not know”: goes on; an answer that was given before is taken back. */
  async skip(): Promise<void> {
    const { question } = this
    if (question?.gone && question.answered) this.#look(this.#after())
    else if (question && (await this.#send(question.id, null))) this.#onward(question.gone)
  }

  /** What turned out at its answer to be gone is told before the next. */
  #onward(known = false): void {
    if (known || !this.question?.gone) this.#look(this.#after())
  }

  /** To a question, or to the whole paper; what is whole is kept on the way. */
  async go(to: string | undefined): Promise<void> {
    if (await this.keep()) this.#look(to)
  }

  async back(): Promise<void> {
    await this.go(this.questions[this.number - 2]?.id)
  }

  /** Sends the answer on show where it is whole and not the one that was sent. False: it failed. */
  async keep(): Promise<boolean> {
    const { question, item } = this
    const answer = item && isWhole(item) ? answerOf(item) : undefined
    if (!question || question.gone || !answer) return true
    if (question.answered && this.#sent(question.id) === JSON.stringify(answer)) return true
    return this.#send(question.id, answer)
  }

  /** The learner leaves for a while. */
  async pause(): Promise<boolean> {
    const kept = this.forward || (await this.keep())
    this.#times.rest()
    return kept
  }

  /** True: it is in. */
  async handIn(): Promise<boolean> {
    if (!(await this.keep())) return false
    const input = { learner: this.learner, sitting: this.#view.sitting, end: 'handed-in' as const }
    const result = await this.work.do((signal) => this.#client.call('proof.end', input, { signal }))
    if (result) this.forget()
    return result !== undefined
  }

  /** Takes away what was typed. */
  forget(): void {
    this.#times.rest()
    forgetDrafts(this.learner, this.visit.place)
  }

  async #send(question: string, answer: Answer | null): Promise<boolean> {
    const { learner } = this
    const seconds = this.#times.seconds(question)
    const input = { learner, sitting: this.#view.sitting, question, answer, seconds }
    const standing = await this.work.do((signal) =>
      this.#client.call('proof.answer', input, { signal }),
    )
    if (!standing) {
      if (this.work.error !== undefined) await this.#lookAgain()
      return false
    }
    this.visit.drafts.write(`${this.#key(question)}:sent`, JSON.stringify(answer))
    this.#view = afterAnswer(this.#view, standing)
    return true
  }

  /** Something was refused: was it handed in elsewhere, or has the question gone? */
  async #lookAgain(): Promise<void> {
    const input = { learner: this.learner, sitting: this.#view.sitting }
    try {
      const view = await this.#client.call('proof.sitting', input)
      this.#over = view.ended
      this.#view = { ...this.#view, questions: view.questions, next: view.next }
    } catch {
      // the first error says enough
    }
  }

  #look(to: string | undefined): void {
    this.#at = to
    this.visit.drafts.write(this.#key('at'), to ?? '')
    const question = this.question
    if (question) this.#times.look(question.id, !question.answered)
    else this.#times.rest()
  }

  #where(): string | undefined {
    if (this.forward) return this.#view.next ?? undefined
    return placeIn(this.questions, this.visit.drafts.read(this.#key('at')))
  }
}
