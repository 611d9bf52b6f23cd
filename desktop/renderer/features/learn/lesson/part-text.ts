import { exerciseText } from '../../../../domain/speech/exercise-text.ts'
import { plainMarkdown } from '../../../../domain/speech/plain-markdown.ts'
import type { LessonItem } from './lesson-items.ts'

/** What of a lesson's part is read to a learner; '' where there is nothing to be heard. */
export function partText(item: LessonItem, learner: string | null): string {
  switch (item.kind) {
    case 'prose':
    case 'card':
      return plainMarkdown(item.text)
    case 'value':
    case 'data':
    case 'sql':
      return exerciseText(item.exercise.block, learner ?? undefined)
    case 'sql-demo':
    case 'scenario':
    case 'drill':
      return ''
  }
}
