import type { SittingView } from '../../../../contract/assessment.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { Drafts } from '../lesson/drafts.ts'
import { LearnerProgress } from '../lesson/learner-progress.svelte.ts'
import type { LessonTable } from '../lesson/lesson-tables.ts'
import { LessonVisit } from '../lesson/lesson-visit.ts'

export interface SittingParts {
  readonly client: AppClient
  readonly learner: string
  readonly view: SittingView
  readonly tables: readonly LessonTable[]
  readonly store: ConstructorParameters<typeof Drafts>[0]
}

/** The test as a lesson that is read, where an answer is handed on and not checked. */
export const visitOf = (
  { client, learner, view, store }: SittingParts,
  submit: () => void,
): LessonVisit =>
  new LessonVisit({
    ...{ client, lesson: view.lesson, course: undefined },
    progress: new LearnerProgress(client, learner),
    drafts: new Drafts(store, learner),
    exam: { submit, datasets: new Map(view.questions.map(({ id, datasets }) => [id, datasets])) },
  })
