import {
  blankAnswer,
  dataAnswerSchema,
  fitsView,
  isWhole,
  type DataAnswer,
  type DataView,
} from '../../../../../domain/course/data-exercise.ts'
import { AnsweredExercise, type AnswerRules } from '../exercise/answered-exercise.svelte.ts'
import type { LessonVisit } from '../lesson-visit.ts'

const rules: AnswerRules<DataView, DataAnswer> = {
  start: blankAnswer,
  kept(view, draft) {
    const answer = dataAnswerSchema.safeParse(draft)
    return answer.success && fitsView(view, answer.data) ? answer.data : undefined
  },
  complete: (_, answer) => isWhole(answer),
  half: (view) => ('half' in view ? view.half : null),
}

/** One exercise that is answered on the lesson's data, by pointing, choosing or moving. */
export class DataTask extends AnsweredExercise<DataView, DataAnswer> {
  constructor(visit: LessonVisit, block: DataView) {
    super(visit, block, rules)
  }
}
