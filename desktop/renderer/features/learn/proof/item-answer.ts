import type { Answer } from '../../../../contract/learn.ts'
import type { LessonItem } from '../lesson/lesson-items.ts'

/** Whether the item's field holds a whole answer: a cell as it stood at first was not put there by anybody. */
export function isWhole(item: LessonItem): boolean {
  if (item.kind === 'sql') return !item.exercise.blank
  if (item.kind === 'data') return item.exercise.complete && item.exercise.changed
  return item.kind === 'value' && item.exercise.complete
}

/** The answer in the item's field, as it is sent. */
export function answerOf(item: LessonItem): Answer | undefined {
  if (item.kind === 'sql') return { kind: 'sql', sql: item.exercise.text }
  return item.kind === 'value' || item.kind === 'data' ? item.exercise.answer : undefined
}
