import type { TestsView } from '../../../../contract/learner.ts'
import type { Titles } from '../../../../domain/course/titles.ts'
import {
  nextQuestion,
  outcome,
  type Form,
  type Outcome,
  type TestItem,
} from '../../../../domain/course/placement.ts'
import { lessonItems, type LessonItem } from '../lesson/lesson-items.ts'
import type { LessonTable } from '../lesson/lesson-tables.ts'
import type { LessonVisit } from '../lesson/lesson-visit.ts'
import { exerciseKey } from '../lesson/tasks.ts'
import { Work } from '../lesson/work.svelte.ts'

interface Parts {
  readonly visit: LessonVisit
  readonly items: readonly TestItem[]
  readonly objectives: readonly { readonly id: string; readonly title: Titles }[]
  readonly tables: readonly LessonTable[]
}

/** One learner at a course's test: which form, which question, and what is decided so far. */
export class CourseTest {
  readonly visit: LessonVisit
  readonly objectives: Parts['objectives']
  readonly tables: readonly LessonTable[]
  readonly #items: readonly TestItem[]
  #form = $state<Form>()
  #question = $state.raw<TestItem>()
  #item = $state.raw<LessonItem>()
  /** Passing a question over. */
  readonly passing = new Work()

  constructor({ visit, items, objectives, tables }: Parts) {
    this.visit = visit
    this.objectives = objectives
    this.tables = tables
    this.#items = items
  }

  readonly #answers = $derived.by(() =>
    mapOf(
      this.#items.flatMap(({ id }): [string, boolean][] => {
        const record = this.visit.progress.value.exercises[exerciseKey(this.visit.place, id)]
        return record ? [[id, record.first.correct]] : []
      }),
    ),
  )

  /** The form that is being taken; none between two. */
  get form(): Form | undefined {
    return this.#form
  }

  /** The question on show, with the learner's work on it: it stays until the learner goes on. */
  get item(): LessonItem | undefined {
    return this.#item
  }

  /** Whether an answer is being judged, or the question passed over: neither may overtake the other. */
  get busy(): boolean {
    const judged = this.#item && 'exercise' in this.#item && this.#item.exercise.work.running
    return this.passing.running || judged === true
  }

  get answered(): boolean {
    return this.#question !== undefined && this.#answers.has(this.#question.id)
  }

  /** Whether another question follows the one on show. */
  get more(): boolean {
    return this.#form !== undefined && this.#next(this.#form) !== undefined
  }

  outcome(form: Form): Outcome {
    return outcome(this.#items, this.#answers, form)
  }

  get tests(): NonNullable<TestsView> {
    const told = (form: Form) => {
      const { decisions, ...rest } = this.outcome(form)
      return { ...rest, decisions: [...decisions] }
    }
    return { before: told('A'), after: told('B') }
  }

  /** Goes on with a form where it was left. */
  take(form: Form): void {
    this.#form = form
    this.goOn()
  }

  /** The next question, or back to the results after the last. */
  goOn(): void {
    this.#question = this.#form && this.#next(this.#form)
    this.#item = this.#question && this.#itemOf(this.#question)
    if (!this.#question) this.#form = undefined
  }

  /** Passes over the question on show. */
  async skip(): Promise<void> {
    const question = this.#question
    if (!question || this.busy) return
    const passed = await this.passing.do(async () => {
      await this.visit.progress.skipped(this.visit.place, question.id)
      return true
    })
    if (passed) this.goOn()
  }

  #itemOf({ id }: TestItem): LessonItem | undefined {
    const { blocks } = this.visit.lesson
    return lessonItems(
      this.visit,
      blocks.filter((block) => 'id' in block && block.id === id),
    )[0]
  }

  #next(form: Form): TestItem | undefined {
    return nextQuestion(this.#items, this.#answers, form)
  }
}

const mapOf = <Value>(entries: readonly (readonly [string, Value])[]) => new Map(entries)
