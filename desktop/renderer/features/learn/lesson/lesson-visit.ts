import type { CourseSummary, LessonView } from '../../../../contract/learn.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import type { Drafts } from './drafts.ts'
import type { LearnerProgress } from './learner-progress.svelte.ts'
import { type Place, type Task, isDone, tasksOf } from './tasks.ts'

/** A test in which nothing is checked, helped with or said before it is handed in. */
export interface Exam {
  /** The learner has done with the exercise at hand: Enter in a form, Ctrl+Enter in a query. */
  submit(): void
  /** The datasets that an exercise is about: a test of several courses has those of all. */
  readonly datasets?: ReadonlyMap<string, readonly string[]>
}

/** One learner's visit to one lesson: what its parts share. */
export class LessonVisit {
  readonly client: AppClient
  readonly lesson: LessonView
  /** The course it belongs to; `undefined` where the list does not have it. */
  readonly course: CourseSummary | undefined
  readonly progress: LearnerProgress
  readonly drafts: Drafts
  /** Set where this is a test: the exercises are shown without check, hints and verdict. */
  readonly exam: Exam | undefined
  readonly tasks: readonly Task[]

  constructor(
    parts: Pick<LessonVisit, 'client' | 'lesson' | 'course' | 'progress' | 'drafts'> & {
      readonly exam?: Exam
    },
  ) {
    this.client = parts.client
    this.lesson = parts.lesson
    this.course = parts.course
    this.progress = parts.progress
    this.drafts = parts.drafts
    this.exam = parts.exam
    this.tasks = tasksOf(parts.lesson.blocks)
  }

  get place(): Place {
    return { course: this.lesson.course, lesson: this.lesson.lesson }
  }

  /** The datasets that an exercise is answered on. */
  datasetsOf(exercise: string): LessonView['datasets'] {
    const own = this.exam?.datasets?.get(exercise)
    return own ? this.lesson.datasets.filter(({ id }) => own.includes(id)) : this.lesson.datasets
  }

  isDone(task: Task): boolean {
    return isDone(task, this.lesson, this.progress.value)
  }

  /** The tasks that are still to do. */
  get left(): readonly Task[] {
    return this.tasks.filter((task) => !this.isDone(task))
  }

  get done(): boolean {
    return this.progress.isLessonDone(this.place)
  }

  /** Records that the lesson was opened and, where its tasks were done elsewhere, that it is done. */
  async open(): Promise<void> {
    await this.progress.lesson(this.place, 'opened')
    await this.settle()
  }

  /** Records that the lesson is done once its last task is. */
  async settle(): Promise<void> {
    if (this.tasks.length > 0 && this.left.length === 0) await this.finish()
  }

  async finish(): Promise<void> {
    await this.progress.lesson(this.place, 'done')
  }
}
