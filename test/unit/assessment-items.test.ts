import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { objectiveGains } from '../../desktop/domain/assessment/gains.ts'
import { itemStatistics, type MetItem } from '../../desktop/domain/assessment/items.ts'
import { reliability } from '../../desktop/domain/assessment/reliability.ts'
import { scoreGroups } from '../../desktop/domain/assessment/score-groups.ts'
import { simulatedSittings, usualItems } from '../simulated-items.ts'

interface FromR extends Readonly<
  Record<'p' | 'p_low' | 'p_high' | 'r' | 'r_low' | 'r_high' | 'd', readonly number[]>
> {
  readonly answers: readonly (readonly number[])[]
  readonly kr20: number
  readonly feldt: readonly number[]
  readonly sem: number
  readonly gain: {
    readonly first: readonly number[]
    readonly second: readonly number[]
    readonly interval: readonly [number, number]
  }
}

/** Answers and what R 4.2 says of them: test/fixtures/r/items.R. */
const file = new URL('../fixtures/r/items.json', import.meta.url)
const fromR = JSON.parse(readFileSync(file, 'utf8')) as FromR

const met = (item: string, correct: boolean, more: Partial<MetItem> = {}): MetItem => ({
  ...{ item, correct, skipped: false, chosen: correct ? '1' : '2', seconds: 30 },
  ...more,
})
const sittingsOf = (rows: readonly (readonly (number | boolean)[])[]) =>
  rows.map((row) => row.map((right, at) => met(`i${at}`, Boolean(right))))

describe('statistics of items agree with R', () => {
  const found = itemStatistics(sittingsOf(fromR.answers))

  it.each(found.map((one, at) => [at, one] as const))('item %i', (at, one) => {
    expect(one.difficulty!.estimate).toBeCloseTo(fromR.p[at]!, 12)
    expect(one.difficulty!.low).toBeCloseTo(fromR.p_low[at]!, 9)
    expect(one.difficulty!.high).toBeCloseTo(fromR.p_high[at]!, 9)
    expect(one.discrimination!.estimate).toBeCloseTo(fromR.r[at]!, 12)
    expect(one.discrimination!.low).toBeCloseTo(fromR.r_low[at]!, 9)
    expect(one.discrimination!.high).toBeCloseTo(fromR.r_high[at]!, 9)
    expect(one.upperLower).toBeCloseTo(fromR.d[at]!, 12)
  })

  it('KR-20, Feldt’s interval and the error of measurement', () => {
    const one = reliability(fromR.answers.map((row) => row.map(Boolean)))!
    expect(one.kr20).toBeCloseTo(fromR.kr20, 12)
    expect(one.interval[0]).toBeCloseTo(fromR.feldt[0]!, 8)
    expect(one.interval[1]).toBeCloseTo(fromR.feldt[1]!, 8)
    expect(one.sem).toBeCloseTo(fromR.sem, 12)
  })

  it('a gain of two halves', () => {
    const { first, second, interval } = fromR.gain
    const half = (of: 1 | 2, gains: readonly number[]) =>
      gains.map((gain) => ({ half: of, before: Math.max(0, -gain), after: Math.max(0, gain) }))
    const one = objectiveGains([...half(1, first), ...half(2, second)])
    expect(one.interval![0]).toBeCloseTo(interval[0], 9)
    expect(one.interval![1]).toBeCloseTo(interval[1], 9)
  })
})

describe('of bad or little material', () => {
  it('nobody, and sittings without an item, make no statistics', () => {
    expect(itemStatistics([])).toEqual([])
    expect(itemStatistics([[], []])).toEqual([])
    expect(reliability([])).toBeNull()
  })

  it('one learner, one item: a count and no more', () => {
    const [one] = itemStatistics([[met('a', true)]])
    expect(one).toMatchObject({ n: 1, right: 1, difficulty: null, discrimination: null })
    expect(one).toMatchObject({ upperLower: null, flat: true, flags: [], medianSeconds: 30 })
  })

  it('nine learners: a count and no more; ten: more', () => {
    const rows = simulatedSittings(usualItems(8), 10, 3)
    for (const one of itemStatistics(rows.slice(1))) {
      expect(one).toMatchObject({ n: 9, difficulty: null, discrimination: null, flags: [] })
    }
    for (const one of itemStatistics(rows)) expect(one.difficulty).not.toBeNull()
  })

  it('all right: no correlation, and it is said why', () => {
    const all = itemStatistics(sittingsOf(Array.from({ length: 30 }, () => [1, 1, 1])))
    for (const one of all) {
      expect(one).toMatchObject({ flat: true, discrimination: null, upperLower: null })
      expect(one.flags).toEqual(['easy'])
    }
    expect(reliability(Array.from({ length: 30 }, () => [true, true, true]))).toBeNull()
  })

  it('everybody skips everything: hard, skipped, no seconds, no distractor', () => {
    const skipped = { skipped: true, chosen: null, seconds: null }
    const rows = Array.from({ length: 12 }, () => ['a', 'b'].map((id) => met(id, false, skipped)))
    for (const one of itemStatistics(rows)) {
      expect(one).toMatchObject({ n: 12, right: 0, skipped: 12, medianSeconds: null, flat: true })
      expect(one).toMatchObject({ distractors: [], flags: ['hard'] })
    }
  })

  it('an option that the upper group prefers is a warning', () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      // those who have all else right choose 3, the others are right
      met('odd', at >= 15, { chosen: at < 15 ? '3' : '1' }),
      ...['a', 'b', 'c', 'd'].map((id, place) => met(id, at < 15 || place === at % 4)),
    ])
    const odd = itemStatistics(rows).find(({ item }) => item === 'odd')!
    expect(odd.flags).toEqual(['negative', 'misleading'])
    expect(odd.distractors).toMatchObject([{ chosen: '3', all: 15, upper: 15, lower: 0 }])
    expect(odd.distractors[0]?.ofUpper).toBe(15)
  })

  it('a drawn test takes as rest the other items of that sitting', () => {
    const rows = Array.from({ length: 20 }, (_, at) => [
      met('common', at % 2 === 0),
      met(`own-${at % 4}`, at % 2 === 0),
      met(`own-${4 + (at % 4)}`, at % 2 === 0),
    ])
    const common = itemStatistics(rows).find(({ item }) => item === 'common')!
    expect(common.discrimination!.estimate).toBeCloseTo(1)
    expect(reliability([[true, false], [true], ...rows.map(() => [true, false])])).toBeNull()
  })

  it('groups take in whoever has the same score as the last of them', () => {
    expect(scoreGroups([3, 1, 2, 2, 5, 5, 4, 0, 1, 1])).toEqual(
      'middle lower middle middle upper upper upper lower lower lower'.split(' '),
    )
    expect(scoreGroups([1, 1, 1])).toEqual(['middle', 'middle', 'middle'])
    expect(scoreGroups([1])).toEqual(['middle'])
    expect(scoreGroups([])).toEqual([])
  })
})
