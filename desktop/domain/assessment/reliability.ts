import { upperF } from '../statistics/distributions.ts'

export interface Reliability {
  readonly learners: number
  readonly items: number
  /** Kuder and Richardson's formula 20, which is Cronbach's alpha of items right or wrong. */
  readonly kr20: number
  readonly interval: readonly [low: number, high: number]
  /** Standard error of measurement, in items right. */
  readonly sem: number
}

/** Fewer learners than this say nothing of a test. */
const fewest = 10
const tail = 0.025

/**
 * How far a fixed test agrees with itself: KR-20 (G. F. Kuder and M. W. Richardson, Psychometrika
 * 2:151, 1937) with Feldt's 95 % interval (L. S. Feldt, Psychometrika 30:357, 1965) and the standard
 * error of measurement sd·√(1 − KR-20). Null for fewer than ten learners or two items, where learners
 * did not all meet the same number of items (a drawn test), or where their scores do not vary.
 *
 * @param rows for each learner, whether each item was right, in the same order of items
 */
export function reliability(rows: readonly (readonly boolean[])[]): Reliability | null {
  const items = rows[0]?.length ?? 0
  const learners = rows.length
  if (learners < fewest || items < 2 || rows.some((row) => row.length !== items)) return null
  const scores = rows.map((row) => row.filter(Boolean).length)
  const mean = scores.reduce((sum, score) => sum + score, 0) / learners
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
  if (!(squares > 0)) return null
  const ofItems = Array.from({ length: items }, (_, at) => {
    const p = rows.filter((row) => row[at]).length / learners
    return p * (1 - p)
  }).reduce((sum, one) => sum + one, 0)
  const kr20 = (items / (items - 1)) * (1 - ofItems / (squares / learners))
  const degrees = [learners - 1, (learners - 1) * (items - 1)] as const
  const low = 1 - (1 - kr20) * quantileF(tail, ...degrees)
  const high = 1 - (1 - kr20) * quantileF(1 - tail, ...degrees)
  const sem = Math.sqrt((squares / (learners - 1)) * Math.max(0, 1 - kr20))
  return { learners, items, kr20, interval: [low, high], sem }
}

/** The F that so large a share of F's lie above; by halving, to 1e-12 of its logarithm. */
function quantileF(above: number, first: number, second: number): number {
  let [low, high] = [Math.log(1e-6), Math.log(1e6)]
  while (high - low > 1e-12) {
    const middle = (low + high) / 2
    if (upperF(Math.exp(middle), first, second) > above) low = middle
    else high = middle
  }
  return Math.exp(low)
}
