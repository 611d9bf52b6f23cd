import type { ExerciseView } from '../course/exercise.ts'
import { forEverybody, optionOrder } from '../course/kinds/option-order.ts'
import { plainMarkdown } from './plain-markdown.ts'

/**
 * An exercise as it is read to its learner: the question, and what there is to choose from.
 *
 * @param seed of the order in which its learner sees the options
 */
export function exerciseText(exercise: ExerciseView, seed = forEverybody): string {
  return [exercise.ask, ...choicesOf(exercise, seed)].map(plainMarkdown).join('\n')
}

function choicesOf(exercise: ExerciseView, seed: string): readonly string[] {
  switch (exercise.kind) {
    case 'choice':
      return optionOrder(exercise, seed).flatMap((place) => exercise.options[place] ?? [])
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
