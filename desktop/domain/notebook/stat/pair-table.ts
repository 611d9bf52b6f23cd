import { benjaminiHochberg, holm } from '../../statistics/adjust.ts'
import type { Sentence } from '../problem.ts'
import { say } from './finished.ts'
import type { SmallTable } from './small-table.ts'
import { pCell } from './wording.ts'

/** Pairs that are still read one by one. */
export const mostComparisons = 45

/** A p by itself and as one of several, corrected after Holm and after Benjamini and Hochberg. */
export interface Corrected {
  readonly p: number
  readonly holm: number
  readonly bh: number
}

export function correctedFor(ps: readonly number[]): Corrected[] {
  const [byHolm, byRate] = [holm(ps), benjaminiHochberg(ps)]
  return ps.map((p, at) => ({ p, holm: byHolm[at] ?? 1, bh: byRate[at] ?? 1 }))
}

/** The heads of a p by itself and of both corrections. */
export const correctedHeads: SmallTable['columns'] = [
  { title: say('p（未校正）', 'p (uncorrected)'), format: '.3' },
  { title: say('p（霍尔姆）', 'p (Holm)'), format: '.3' },
  { title: say('p（BH）', 'p (BH)'), format: '.3' },
]

export const correctedCells = ({ p, holm: byHolm, bh }: Corrected) =>
  [p, byHolm, bh].map((one) => pCell(one))

/** How both corrections are to be read. */
export const correctedCaution: Sentence = say(
  '同时比了好几次，碰巧显著的机会随之变大：要一个假的都不放过，看霍尔姆校正；只求找出来的里面假的不超过这个比例，看 BH（错误发现率）校正。',
  'Several tests were made at once, so chance has more to hit: go by Holm to let no false one through, by BH (false discovery rate) to keep the false share of those found small.',
)

/** A difference after its heads: both groups, how much, and where its unit is known. */
export const unitHead = (title: Sentence, unit: string | undefined): Sentence =>
  unit === undefined ? title : say(`${title.zh}（${unit}）`, `${title.en} (${unit})`)

export const pairCaution = (groups: number) =>
  groups * (groups - 1) > 2 * mostComparisons
    ? [
        say(
          `表里只列前 ${mostComparisons} 对。`,
          `The table lists the first ${mostComparisons} pairs.`,
        ),
      ]
    : []
