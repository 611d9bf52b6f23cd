import type {
  LearningEvent,
  LearningEventType,
} from '../../desktop/domain/course/learning-events.ts'
import type { RecordedEvent } from '../../desktop/domain/course/learning-events.ts'
import { noProgress, progressProjection } from '../../desktop/domain/course/progress.ts'
import type { Progress } from '../../desktop/domain/course/record.ts'

/** An event of the learner “ann”, `minute` minutes after a Monday morning. */
export function event<T extends LearningEventType>(
  type: T,
  minute: number,
  data: LearningEvent<T>,
): RecordedEvent {
  const at = new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString()
  return { type, at, by: 'ann', data }
}

export const attempt = (
  exercise: string,
  minute: number,
  correct: boolean,
  hints = 0,
  lesson = '01-x',
) =>
  event('exercise.checked', minute, {
    ...{ course: 'c', lesson, exercise, correct, hints },
    code: correct ? 'ok' : 'rows',
  })

export const progressAfter = (events: readonly RecordedEvent[]): Progress =>
  events.reduce((state, one) => progressProjection.reduce(state, one), progressProjection.initial)[
    'ann'
  ] ?? noProgress
