import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exactShare,
  krippendorffAlpha,
  mean,
  weightedKappa,
} from '../../desktop/domain/assessment/agreement.ts'
import { bootstrapInterval } from '../../desktop/domain/assessment/bootstrap.ts'
import { chanceOf } from '../../desktop/domain/assessment/draw.ts'

/** Krippendorff's own example: four observers, twelve units, with levels missing (2011, section C). */
const observers: readonly (readonly (number | null)[])[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]
const units = Array.from({ length: 12 }, (_, at) => observers.flatMap((levels) => levels[at] ?? []))

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('of the published example, %s, is %f', (metric, published) => {
    expect(krippendorffAlpha(units, metric)).toBeCloseTo(published, 3)
  })

  it('is 1 where raters agree and something varies', () => {
    expect(krippendorffAlpha([[1, 1], [2, 2], [3, 3]], 'ordinal')).toBe(1) // prettier-ignore
  })

  it.each<[string, number[][]]>([
    ['nothing varies', [[2, 2], [2, 2, 2]]], // prettier-ignore
    ['nothing was judged twice', [[1], [3], []]],
    ['there is nothing', []],
  ])('is not defined where %s', (_, levels) => {
    expect(krippendorffAlpha(levels, 'ordinal')).toBeUndefined()
  })

  it('is the same in whatever order the raters and the units stand, and ignores lone levels', () => {
    const level = fc.integer({ min: 1, max: 3 })
    const some = fc.array(fc.array(level, { maxLength: 4 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(some, level, (given, lone) => {
        const turned = given.toReversed().map((levels) => levels.toReversed())
        const alpha = krippendorffAlpha(given, 'ordinal')
        const other = krippendorffAlpha([...turned, [lone]], 'ordinal')
        if (alpha === undefined) expect(other).toBeUndefined()
        else expect(other).toBeCloseTo(alpha, 10)
        if (alpha !== undefined) expect(alpha).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe("Cohen's weighted kappa", () => {
  it('is what base R computes from the table of both raters', () => {
    const one = [1, 2, 3, 3, 2, 1, 3, 2, 2, 3, 1, 3]
    const other = [1, 2, 3, 2, 2, 2, 3, 3, 2, 3, 2, 1]
    const pairs = one.map((level, at): [number, number] => [level, other[at] ?? 0])
    // 1 - sum(w * O) / sum(w * E), O = table(a, b) / n, E = outer(rowSums(O), colSums(O)),
    // w = outer(1:3, 1:3, function(i, j) (i - j)^2)
    expect(weightedKappa(pairs)).toBeCloseTo(0.4, 12)
  })

  it('is 1 for the same levels, −1 for opposite ones, and not defined where nothing varies', () => {
    expect(weightedKappa([[1, 1], [3, 3]])).toBe(1) // prettier-ignore
    expect(weightedKappa([[1, 3], [3, 1]])).toBe(-1) // prettier-ignore
    expect(weightedKappa([[2, 2], [2, 2]])).toBeUndefined() // prettier-ignore
    expect(weightedKappa([])).toBeUndefined()
  })
})

describe('simple measures', () => {
  it('count every pair of raters of a unit once', () => {
    expect(exactShare([[1, 1, 2], [3], []])).toBeCloseTo(1 / 3)
    expect(exactShare([[1]])).toBeUndefined()
    expect(mean([])).toBeUndefined()
  })
})

describe('a bootstrap interval', () => {
  const heights = Array.from({ length: 40 }, (_, at) => at % 10)

  it('holds the value, is the same for a seed, and narrows with more clusters', () => {
    const ends = (some: readonly number[], seed: number) =>
      bootstrapInterval(some, mean, chanceOf(seed))
    const few = ends(heights.slice(0, 10), 1)
    const many = ends(heights, 1)
    expect(ends(heights, 1)).toEqual(many)
    expect(many?.low).toBeLessThan(4.5)
    expect(many?.high).toBeGreaterThan(4.5)
    // 95 % of a mean of 40: 4.5 ± 1.96 · 2.872 / √40 = ± 0.89
    expect((many?.high ?? 0) - (many?.low ?? 0)).toBeCloseTo(1.78, 0)
    expect((few?.high ?? 0) - (few?.low ?? 0)).toBeGreaterThan((many?.high ?? 0) - (many?.low ?? 0))
  })

  it('is none where too many resamples have no value', () => {
    const seldom = (drawn: readonly number[]) => (drawn.includes(0) ? undefined : 1)
    expect(bootstrapInterval([0, 1, 2], seldom, chanceOf(1))).toBeUndefined()
  })
})
