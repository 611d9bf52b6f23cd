import type { SittingStanding, SittingView } from '../../../../contract/assessment.ts'

type Questions = SittingView['questions']
type Paper = Pick<SittingView, 'questions' | 'next'>

/** Still to be answered. */
export const isOpen = ({ answered, gone }: Questions[number]): boolean => !answered && !gone

/** Questions that are still to be answered. */
export const openIn = (questions: Questions): number => questions.filter(isOpen).length

/** Questions that were passed over. */
export const skippedIn = (questions: Questions): number =>
  questions.filter(({ skipped }) => skipped).length

/** The paper as the host tells it after an answer. */
export function afterAnswer<P extends Paper>(paper: P, told: SittingStanding): P {
  const questions = paper.questions.map((one) => ({
    ...one,
    answered: told.answered.includes(one.id),
    skipped: told.skipped.includes(one.id),
    gone: one.gone || told.gone.includes(one.id),
  }))
  return { ...paper, questions, next: told.next }
}

/**
 * Where a paper is gone on with.
 *
 * @param left the question at which it was left, '' for the look over the whole paper; in a new window
 *   nothing is known of it, and the first question without an answer comes
 */
export function placeIn(questions: Questions, left: string | undefined): string | undefined {
  if (left === '') return undefined
  return (questions.find(({ id }) => id === left) ?? questions.find(isOpen))?.id
}
