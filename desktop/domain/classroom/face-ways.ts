import type { Face, FaceCounts } from './events.ts'

/** Ways to take faces together where few answered. */
export const faceWays: readonly (readonly (readonly Face[])[])[] = [
  [['good'], ['fair'], ['poor']],
  [['good'], ['fair', 'poor']],
]

/** What was tapped and what was counted on paper, together. */
export function allFaces(tapped: FaceCounts, paper: FaceCounts): FaceCounts {
  return {
    good: tapped.good + paper.good,
    fair: tapped.fair + paper.fair,
    poor: tapped.poor + paper.poor,
  }
}

export const answeredOf = ({ good, fair, poor }: FaceCounts): number => good + fair + poor
