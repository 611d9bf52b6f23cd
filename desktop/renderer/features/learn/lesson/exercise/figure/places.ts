import type { FigureFinding } from '../../../../../../domain/course/figure/judge.ts'
import { figurePoints, type Figure } from '../../../../../../domain/course/figure/figure.ts'
import type { FigurePlace } from '../../../../../../domain/course/figure/exercise.ts'
import type { Verdict } from '../../../../../../contract/learn.ts'

/** What is shown of a finding. */
export type PlaceNote = Pick<FigureFinding, 'outcome' | 'say'>

/** A place that can be pointed at: its number on the figure and in the list. */
export interface Place {
  readonly at: FigurePlace
  readonly nth: number
  readonly picked: boolean
  readonly finding: PlaceNote | undefined
}

const tones = { found: 'ok', missed: 'gold', false: 'seal', fine: 'plain' } as const
type FigureOutcome = keyof typeof tones

export const toneOf = (outcome: FigureOutcome) => tones[outcome]

const isOutcome = (outcome: string): outcome is FigureOutcome => outcome in tones

/** What a check said of a place that was picked; where to look further is for the learner to find. */
export function outcomeOf(
  mark: Verdict['marks'][number] | undefined,
  picked: boolean,
): PlaceNote | undefined {
  const outcome = mark?.outcome
  if (!mark || !picked || outcome === undefined || !isOutcome(outcome)) return undefined
  return { outcome, say: mark.say }
}

/** Whether the drawing is lower at its end than at its beginning: a number there covers nothing. */
export function emptyEnd(figure: Pick<Figure, 'data' | 'order'>): boolean {
  const points = figurePoints(figure)
  const heights = [points[0], points.at(-1)].map((point) => point?.values[0] ?? 0)
  return (heights[1] ?? 0) < (heights[0] ?? 0)
}
