import type { MetItem } from './items.ts'
import { goneCode, questionsOf } from './outcome.ts'
import type { SittingRecord } from './record.ts'

export interface Met extends MetItem {
  readonly course: string
  /** From 1. */
  readonly question: number
}

/**
 * The questions of a sitting that its learner met: all of one that was handed in, else those that
 * there is an answer to, “I do not know” being one. The placement asks no more than it must, so that
 * there too only the answered ones were met.
 */
export function metIn(sitting: Pick<SittingRecord, 'items' | 'answers' | 'kind' | 'end'>): Met[] {
  const whole = sitting.end === 'handed-in' && sitting.kind !== 'placement'
  return questionsOf(sitting).flatMap(({ course, item, question, answer }) => {
    if (!answer) {
      const nothing = { correct: false, skipped: true, chosen: null, seconds: null }
      return whole ? [{ course, item, question, ...nothing }] : []
    }
    const { correct, code, chosen, seconds } = answer
    if (code === goneCode) return []
    return [{ course, item, question, correct, skipped: code === 'skipped', chosen, seconds }]
  })
}
