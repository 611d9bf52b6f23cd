import type { Block } from '../../../../contract/learn.ts'
import type { TestsView } from '../../../../contract/learner.ts'
import type { Titles } from '../../../../domain/course/titles.ts'
import {
  nextQuestion,
  outcome,
  type Form,
  type Outcome,
  type TestItem,
} from '../../../../domain/course/placement.ts'
import type { LessonTable } from '../lesson/lesson-tables.ts'
import type { LessonVisit } from '../lesson/lesson-visit.ts'
import { exerciseKey } from '../lesson/tasks.ts'

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

  /** The question on show: it stays after its answer, until the learner goes on. */
  get question(): Block | undefined {
    const id = this.#question?.id
    return this.visit.lesson.blocks.find((block) => 'id' in block && block.id === id)
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
    if (!this.#question) this.#form = undefined
  }

  /** Passes over the question on show. */
  async skip(): Promise<void> {
    if (!this.#question) return
    await this.visit.progress.skipped(this.visit.place, this.#question.id)
    this.goOn()
  }

  #next(form: Form): TestItem | undefined {
    return nextQuestion(this.#items, this.#answers, form)
  }
}

const mapOf = <Value>(entries: readonly (readonly [string, Value])[]) => new Map(entries)
