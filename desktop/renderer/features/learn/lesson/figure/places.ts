import type { FigureFinding } from '../../../../../domain/course/figure/judge.ts'
import type { FigurePlace } from '../../../../../domain/course/figure/exercise.ts'

/** A place that can be pointed at: its number on the figure and in the list. */
export interface Place {
  readonly at: FigurePlace
  readonly nth: number
  readonly picked: boolean
  readonly finding: FigureFinding | undefined
}

const tones = { found: 'ok', missed: 'gold', false: 'seal', fine: 'plain' } as const

export const toneOf = (outcome: FigureFinding['outcome']) => tones[outcome]
