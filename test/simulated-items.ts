import type { MetItem } from '../desktop/domain/assessment/items.ts'
import { drawing } from '../desktop/domain/course/kinds/drawing.ts'

/**
 * Learners of known ability who answer items of known difficulty: a right answer has the chance
 * c + (1 − c) ÷ (1 + e^(−a(θ − b))) (A. Birnbaum, in F. M. Lord and M. R. Novick, 1968, chapter 17).
 */
export interface TrueItem {
  readonly id: string
  /** How steeply the chance rises with ability; 0: of no account, below 0: the key is wrong. */
  readonly a: number
  readonly b: number
  /** The chance of a right guess. */
  readonly c?: number
}

export const chanceRight = ({ a, b, c = 0 }: TrueItem, ability: number): number =>
  c + (1 - c) / (1 + Math.exp(-a * (ability - b)))

/** A standard normal deviate (G. E. P. Box and M. E. Muller, 1958). */
export const normalFrom = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

/** One sitting of each learner, of all the items. */
export function simulatedSittings(
  items: readonly TrueItem[],
  learners: number,
  seed: number,
): MetItem[][] {
  const chance = drawing(seed)
  return Array.from({ length: learners }, () => {
    const ability = normalFrom(chance)
    return items.map((item): MetItem => {
      const correct = chance() < chanceRight(item, ability)
      const chosen = correct ? '1' : String(2 + Math.floor(chance() * 3))
      const seconds = 20 + Math.floor(chance() * 60)
      return { item: item.id, correct, skipped: false, chosen, seconds }
    })
  })
}

/** Items of usual steepness and difficulty, always the same. */
export const usualItems = (count: number): TrueItem[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `i${at + 1}`,
    a: 0.6 + (1.4 * ((at * 7) % count)) / Math.max(1, count - 1),
    b: -1.8 + (3 * ((at * 3) % count)) / Math.max(1, count - 1),
  }))

export interface TrueStatistics {
  readonly p: number
  readonly r: number
}

/** What is true of each item among all learners with abilities from N(0, 1): integrated, not drawn. */
export function trueStatistics(items: readonly TrueItem[]): TrueStatistics[] {
  const step = 0.02
  const nodes = Array.from({ length: 801 }, (_, at) => -8 + at * step)
  const density = nodes.map((node) => (Math.exp(-(node ** 2) / 2) / Math.sqrt(2 * Math.PI)) * step)
  const over = (of: (at: number) => number) =>
    density.reduce((sum, weight, at) => sum + weight * of(at), 0)
  const chances = items.map((item) => nodes.map((node) => chanceRight(item, node)))
  return chances.map((own, index) => {
    const others = chances.filter((_, at) => at !== index)
    const m = others.length
    const rest = nodes.map((_, at) => others.reduce((sum, one) => sum + (one[at] ?? 0), 0) / m)
    const noise = nodes.map((_, at) =>
      others.reduce((sum, one) => sum + (one[at] ?? 0) * (1 - (one[at] ?? 0)), 0),
    )
    const p = over((at) => own[at] ?? 0)
    const meanRest = over((at) => rest[at] ?? 0)
    const both = over((at) => (own[at] ?? 0) * (rest[at] ?? 0))
    const squares = over((at) => (rest[at] ?? 0) ** 2 + (noise[at] ?? 0) / m ** 2)
    const r = (both - p * meanRest) / Math.sqrt(p * (1 - p) * (squares - meanRest ** 2))
    return { p, r }
  })
}
