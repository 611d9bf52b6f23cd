import {
  rulesOf,
  valueAnswerSchema,
  type ValueAnswer,
  type ValueView,
} from '../../../../../domain/course/exercise.ts'
import type { LessonVisit } from '../lesson-visit.ts'
import { AnsweredExercise, type AnswerRules } from './answered-exercise.svelte.ts'

const rules: AnswerRules<ValueView, ValueAnswer> = {
  start: (view) => view.given ?? rulesOf(view).blank(view),
  kept(view, draft) {
    const answer = valueAnswerSchema.safeParse(draft)
    return answer.success && rulesOf(view).fits(view, answer.data) ? answer.data : undefined
  },
  complete: (view, answer) => rulesOf(view).complete(view, answer),
}

/** One exercise whose answer is a value. */
export class ValueExercise extends AnsweredExercise<ValueView, ValueAnswer> {
  constructor(visit: LessonVisit, block: ValueView) {
    super(visit, block, rules)
  }
}
