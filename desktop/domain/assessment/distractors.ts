import type { ScoreGroup } from './score-groups.ts'

/** A wrong choice, and how many chose it. */
export interface Distractor {
  /** The options, by their places in the bank from 1, as `1` or `1+3`. */
  readonly chosen: string
  readonly all: number
  readonly upper: number
  readonly lower: number
  /** Who met the item, of the upper and the lower group. */
  readonly ofUpper: number
  readonly ofLower: number
}

interface Chosen {
  readonly correct: boolean
  readonly chosen: string | null
  readonly group: ScoreGroup
}

/** The wrong choices of an item, the most frequent first. */
export function distractorsOf(all: readonly Chosen[]): Distractor[] {
  const inGroup = (some: readonly Chosen[], group: ScoreGroup) =>
    some.filter((one) => one.group === group).length
  const wrong = all.filter(({ correct }) => !correct)
  return [...new Set(wrong.flatMap(({ chosen }) => chosen ?? []))]
    .map((chosen) => {
      const those = wrong.filter((one) => one.chosen === chosen)
      return {
        ...{ chosen, all: those.length },
        ...{ upper: inGroup(those, 'upper'), lower: inGroup(those, 'lower') },
        ...{ ofUpper: inGroup(all, 'upper'), ofLower: inGroup(all, 'lower') },
      }
    })
    .toSorted((a, b) => b.all - a.all || (a.chosen < b.chosen ? -1 : 1))
}

/** So many of the upper group before one speaks of it; fewer happen by chance. */
const enough = 3

/** Those who know most prefer it to what those who know least choose: the words may mislead. */
export function misleads({ upper, lower, ofUpper, ofLower }: Distractor): boolean {
  return upper >= enough && ofLower > 0 && upper / ofUpper > lower / ofLower
}
