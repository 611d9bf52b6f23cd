export type ScoreGroup = 'upper' | 'middle' | 'lower'

/** T. L. Kelley, Journal of Educational Psychology 30:17, 1939. */
const kelley = 0.27

/**
 * Puts scores into an upper, a middle and a lower group, 27 % at either end; who has the same score as
 * the last of a group is in it too, so that nobody's place hangs on an order that means nothing. Where
 * the ends would meet (all scores alike), nobody is in either.
 */
export function scoreGroups(scores: readonly number[]): ScoreGroup[] {
  const ordered = scores.toSorted((a, b) => a - b)
  const size = Math.max(1, Math.round(kelley * scores.length))
  const low = ordered[size - 1] ?? 0
  const high = ordered[scores.length - size] ?? 0
  if (!(low < high)) return scores.map(() => 'middle')
  return scores.map((score) => (score >= high ? 'upper' : score <= low ? 'lower' : 'middle'))
}
