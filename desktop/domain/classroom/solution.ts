import type { Exercise } from '../course/exercise.ts'
import { optionsForEverybody } from '../course/kinds/option-order.ts'
import type { Lesson } from '../course/lesson.ts'

/** One piece of an exercise's answer as a class is shown it, and why it is right or wrong. */
export interface SolutionPiece {
  readonly text: string
  readonly right: boolean
  /** '' where the author gives no reason. */
  readonly because: string
}

/**
 * An exercise's answer for whoever leads a class. Empty where it is found on data or in many words:
 * that is looked at on a screen, not read from a wall.
 */
export function solutionOf(exercise: Exercise): SolutionPiece[] {
  const told = (text: string, because = ''): SolutionPiece => ({ text, right: true, because })
  switch (exercise.kind) {
    case 'choice':
      return optionsForEverybody(exercise).map(({ text, right, because }) => ({
        ...{ text, right, because },
      }))
    case 'order':
      return exercise.items.map((item, at) => told(`${at + 1}. ${item}`, exercise.because[at]))
    case 'match':
      return exercise.pairs.map(({ left, right, because }) => told(`${left} — ${right}`, because))
    case 'sort':
      return exercise.groups.flatMap((group) =>
        exercise.cards
          .filter((card) => card.group === group)
          .map((card) => told(`${group}：${card.text}`, card.because)),
      )
    case 'number':
      return [
        told(`${exercise.answer}${exercise.unit ? ` ${exercise.unit}` : ''}`, exercise.because),
      ]
    case 'fill': {
      const full = exercise.text.replaceAll(
        /\{\{\s*([a-z][a-z0-9-]*)\s*\}\}/g,
        (blank, id: string) => exercise.blanks[id]?.accept[0] ?? blank,
      )
      const because = Object.values(exercise.blanks).map((blank) => blank.because)
      return [told(full, because.join(' '))]
    }
    case 'short':
      return [told(exercise.model)]
    default:
      return []
  }
}

/** The answers of a lesson's exercises, by their ids. */
export const solutionsOf = (
  lesson: Pick<Lesson, 'blocks'>,
): { exercise: string; pieces: SolutionPiece[] }[] =>
  lesson.blocks.flatMap((block) =>
    block.kind === 'exercise'
      ? [{ exercise: block.exercise.id, pieces: solutionOf(block.exercise) }]
      : [],
  )
