import type { Exercise } from '../course/exercise.ts'
import { optionsForEverybody } from '../course/kinds/option-order.ts'

/** The kinds of exercises that can be done with a pencil. */
export const paperKinds = ['choice', 'sort', 'match', 'order'] as const
export type PaperExercise = (typeof paperKinds)[number]

/** One line of an answer: a card, an option, a step; what belongs to it, and why. */
export interface AnswerLine {
  readonly text: string
  /** The group, the other half; empty where the line alone is the answer. */
  readonly answer: string
  /** Whether it is to be ticked; of sorting, matching and ordering every line is right. */
  readonly right: boolean
  readonly because: string
}

export interface AnswerKey {
  readonly exercise: string
  readonly kind: PaperExercise
  readonly lines: readonly AnswerLine[]
}

/** The answers with their reasons, for the teacher; none for kinds that paper cannot hold. */
export function answerKey(exercise: Exercise): AnswerKey | undefined {
  const key = (kind: PaperExercise, lines: readonly AnswerLine[]) => {
    return { exercise: exercise.id, kind, lines }
  }
  switch (exercise.kind) {
    case 'choice':
      return key(
        'choice',
        optionsForEverybody(exercise).map((option) => ({ ...option, answer: '' })),
      )
    case 'sort':
      return key(
        'sort',
        exercise.cards.map(({ text, group, because }) => line(text, group, because)),
      )
    case 'match':
      return key('match', [
        ...exercise.pairs.map(({ left, right, because }) => line(left, right, because)),
        ...exercise.extra.map(({ right, because }) => ({
          ...line(right, '', because),
          right: false,
        })),
      ])
    case 'order':
      return key(
        'order',
        exercise.items.map((item, index) => line(item, '', exercise.because[index] ?? '')),
      )
    default:
      return undefined
  }
}

const line = (text: string, answer: string, because: string): AnswerLine => {
  return { text, answer, right: true, because }
}
