import { describe, expect, it } from 'vitest'
import { itemStatistics } from '../../desktop/domain/assessment/items.ts'
import { simulatedSittings, trueStatistics, usualItems } from '../simulated-items.ts'

const ranksOf = (values: readonly number[]) =>
  values.map((value) => values.filter((other) => other < value).length)

function correlationOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const sum = (of: (at: number) => number) => x.reduce((all, _, at) => all + of(at), 0)
  const xy = sum((at) => (x[at]! - mx) * (y[at]! - my))
  return xy / Math.sqrt(sum((at) => (x[at]! - mx) ** 2) * sum((at) => (y[at]! - my) ** 2))
}

describe('statistics of items against simulated learners of known ability', () => {
  it('of 5,000 learners come to what is true', () => {
    const items = usualItems(20)
    const found = itemStatistics(simulatedSittings(items, 5000, 11))
    const truth = trueStatistics(items)
    for (const [at, { p, r }] of truth.entries()) {
      // 3.5 standard errors: √(.25/5000) of a share, 1/√5000 of a correlation
      expect(Math.abs(found[at]!.difficulty!.estimate - p)).toBeLessThan(0.025)
      expect(Math.abs(found[at]!.discrimination!.estimate - r)).toBeLessThan(0.05)
    }
  })

  it('rank items by how steep they are, where they are of one difficulty', () => {
    const items = usualItems(20).map((item) => ({ ...item, b: 0 }))
    const found = itemStatistics(simulatedSittings(items, 5000, 12))
    const r = found.map(({ discrimination }) => discrimination!.estimate)
    const rho = correlationOf(ranksOf(items.map(({ a }) => a)), ranksOf(r))
    expect(rho).toBeGreaterThan(0.97)
    const d = found.map(({ upperLower }) => upperLower!)
    expect(correlationOf(ranksOf(items.map(({ a }) => a)), ranksOf(d))).toBeGreaterThan(0.95)
  })

  it('tell a guessed, a wrongly keyed and a meaningless item', () => {
    const plain = { a: 1.2, b: 1 }
    const items = [
      ...usualItems(16),
      { id: 'plain', ...plain },
      { id: 'guessed', ...plain, c: 0.25 },
      { id: 'wrong-key', a: -1.2, b: 0 },
      { id: 'noise', a: 0, b: 0 },
    ]
    const found = itemStatistics(simulatedSittings(items, 5000, 13))
    const of = (id: string) => found.find(({ item }) => item === id)!
    expect(of('guessed').difficulty!.low).toBeGreaterThan(of('plain').difficulty!.high)
    expect(of('guessed').discrimination!.high).toBeLessThan(of('plain').discrimination!.low)
    expect(of('wrong-key').discrimination!.high).toBeLessThan(-0.2)
    expect(of('wrong-key').flags).toContain('negative')
    expect(of('wrong-key').upperLower).toBeLessThan(-0.3)
    expect(Math.abs(of('noise').discrimination!.estimate)).toBeLessThan(0.05)
    expect(of('noise').flags).toContain('weak')
    expect(of('plain').flags).toEqual([])
  })

  it('of 20 learners have intervals that hold what they say, and blame no good item often', () => {
    const items = usualItems(20)
    const truth = trueStatistics(items)
    const held = items.map(() => ({ p: 0, r: 0, of: 0, blamed: 0 }))
    const rounds = 400
    for (let round = 0; round < rounds; round += 1) {
      const found = itemStatistics(simulatedSittings(items, 20, 1000 + round))
      for (const [at, { difficulty, discrimination, flags }] of found.entries()) {
        const tally = held[at]!
        if (difficulty!.low <= truth[at]!.p && truth[at]!.p <= difficulty!.high) tally.p += 1
        if (flags.includes('negative') || flags.includes('weak')) tally.blamed += 1
        if (!discrimination) continue
        tally.of += 1
        const { low, high } = discrimination
        if (low <= truth[at]!.r && truth[at]!.r <= high) tally.r += 1
      }
    }
    const [p, r] = [held.map((one) => one.p / rounds), held.map((one) => one.r / one.of)]
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.min(...p)).toBeGreaterThan(0.9)
    expect(mean(p)).toBeGreaterThan(0.945)
    expect(Math.min(...r)).toBeGreaterThan(0.9)
    expect(mean(r)).toBeGreaterThan(0.94)
    expect(Math.max(...held.map(({ blamed }) => blamed / rounds))).toBeLessThan(0.03)
  })
})
