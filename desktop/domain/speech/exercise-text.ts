import type { ExerciseView } from '../course/exercise.ts'
import { plainMarkdown } from './plain-markdown.ts'

/** An exercise as it is read to its learner: the question, and what there is to choose from. */
export function exerciseText(exercise: ExerciseView): string {
  return [exercise.ask, ...choicesOf(exercise)].map(plainMarkdown).join('\n')
}

function choicesOf(exercise: ExerciseView): readonly string[] {
  switch (exercise.kind) {
    case 'choice':
      return exercise.options
    case 'order':
      return exercise.items
    case 'match':
      return [...exercise.lefts, ...exercise.rights]
    case 'sort':
      return [...exercise.groups, ...exercise.cards]
    case 'mark':
      return [exercise.text]
    default:
      return []
  }
}
