import type { ScoredCase } from './threshold-schema.ts'
import { outcomeAt, type Outcome } from './threshold.ts'

/** The cases of one stretch of scores, and what the threshold makes of them. */
export interface ThresholdBin extends Outcome {
  readonly from: number
}

interface Ground {
  readonly min: number
  readonly max: number
}

/** The scores from low to high in so many stretches of one width. */
export function binsOf(
  cases: readonly ScoredCase[],
  { min, max }: Ground,
  at: number,
  count = 24,
): ThresholdBin[] {
  const width = (max - min) / count
  const groups = Array.from({ length: count }, (): ScoredCase[] => [])
  for (const one of cases) {
    const place = Math.floor((one[0] - min) / width)
    groups[Math.max(0, Math.min(count - 1, place))]?.push(one)
  }
  return groups.map((group, index) => ({ from: min + index * width, ...outcomeAt(group, at) }))
}
