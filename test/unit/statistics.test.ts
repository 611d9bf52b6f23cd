import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { independence } from '../../desktop/domain/statistics/contingency.ts'
import { pearson } from '../../desktop/domain/statistics/correlation.ts'
import { criticalT, criticalZ } from '../../desktop/domain/statistics/distributions.ts'
import { meanInterval, welch } from '../../desktop/domain/statistics/means.ts'
import { newcombe, wilson } from '../../desktop/domain/statistics/proportions.ts'

const sampleOf = (values: readonly number[]) => {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) }
}

/** R's `sleep`: extra hours of sleep under two drugs (Student, Biometrika 6, 1908). */
const sleep = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
].map(sampleOf)

describe('intervals agree with published examples', () => {
  it('critical values of the usual tables', () => {
    expect(criticalZ(0.95)).toBeCloseTo(1.959964, 6)
    expect(criticalT(0.95, 9)).toBeCloseTo(2.262157, 6)
    expect(criticalT(0.99, 30)).toBeCloseTo(2.749996, 5)
  })

  it('Student: R t.test(sleep$extra[1:10])', () => {
    const found = meanInterval(sleep[0]!, 0.95)!
    expect(found.low).toBeCloseTo(-0.5297804, 6)
    expect(found.high).toBeCloseTo(2.0297804, 6)
  })

  it('Welch: R t.test(extra ~ group, data = sleep)', () => {
    const found = welch(sleep[0]!, sleep[1]!, 0.95)!
    expect(found.t).toBeCloseTo(-1.8608, 4)
    expect(found.degrees).toBeCloseTo(17.776, 3)
    expect(found.p).toBeCloseTo(0.07939, 5)
    expect(found.low).toBeCloseTo(-3.3654832, 6)
    expect(found.high).toBeCloseTo(0.2054832, 6)
  })

  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %i/%i of Newcombe 1998, table I', (hits, n, low, high) => {
    const found = wilson({ hits, n }, 0.95)!
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('Newcombe: %i/%i − %i/%i of Newcombe 1998, table II', (a, m, b, n, low, high) => {
    const found = newcombe({ hits: a, n: m }, { hits: b, n }, 0.95)!
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('Fisher: R cor.test(mtcars$mpg, mtcars$wt)', () => {
    const found = pearson(-0.8676594, 32, 0.95)!
    expect(found.low).toBeCloseTo(-0.9338264, 6)
    expect(found.high).toBeCloseTo(-0.7440872, 6)
    expect(found.p).toBeCloseTo(1.294e-10, 12)
  })

  it('chi-square: the example of R’s chisq.test, party by gender', () => {
    const found = independence([
      [762, 327, 468],
      [484, 239, 477],
    ])!
    expect(found.statistic).toBeCloseTo(30.07, 2)
    expect(found.degrees).toBe(2)
    expect(found.p).toBeCloseTo(2.954e-7, 9)
    expect(found.thin).toBe(0)
  })
})

describe('intervals', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const sample = fc.record({
    n: fc.integer({ min: 2, max: 1000 }),
    mean: number,
    sd: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  })
  const share = fc
    .tuple(fc.nat(500), fc.nat(500))
    .filter(([hits, rest]) => hits + rest > 0)
    .map(([hits, rest]) => ({ hits, n: hits + rest }))
  const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true })

  it('hold their estimate, and grow with confidence', () => {
    fc.assert(
      fc.property(sample, sample, share, share, confidence, (a, b, c, d, level) => {
        for (const make of [
          (at: number) => meanInterval(a, at)!,
          (at: number) => welch(a, b, at)!,
          (at: number) => wilson(c, at)!,
          (at: number) => newcombe(c, d, at)!,
        ]) {
          const [narrow, wide] = [make(level), make(0.9995)]
          expect(narrow.low).toBeLessThanOrEqual(narrow.estimate)
          expect(narrow.high).toBeGreaterThanOrEqual(narrow.estimate)
          expect(wide.high - wide.low).toBeGreaterThanOrEqual(narrow.high - narrow.low)
        }
      }),
    )
  })

  it('turn over with the groups', () => {
    fc.assert(
      fc.property(sample, sample, share, share, (a, b, c, d) => {
        for (const [there, back] of [
          [welch(a, b, 0.95)!, welch(b, a, 0.95)!],
          [newcombe(c, d, 0.95)!, newcombe(d, c, 0.95)!],
        ] as const) {
          expect(back.estimate).toBeCloseTo(-there.estimate, 9)
          expect(back.low).toBeCloseTo(-there.high, 6)
          expect(back.p).toBeCloseTo(there.p, 9)
        }
      }),
    )
  })

  it('of shares stay within 0 and 1', () => {
    fc.assert(
      fc.property(share, confidence, (one, level) => {
        const { low, high } = wilson(one, level)!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('are not given where there is nothing to go by', () => {
    expect(meanInterval({ n: 0, mean: NaN, sd: NaN }, 0.95)).toBeUndefined()
    expect(meanInterval({ n: 1, mean: 3, sd: NaN }, 0.95)).toBeUndefined()
    expect(meanInterval({ n: 5, mean: 3, sd: 0 }, 0.95)).toMatchObject({ low: 3, high: 3 })
    const constant = { n: 5, mean: 3, sd: 0 }
    expect(welch(constant, constant, 0.95)).toBeUndefined()
    expect(welch(constant, { n: 1, mean: 3, sd: NaN }, 0.95)).toBeUndefined()
    expect(wilson({ hits: 0, n: 0 }, 0.95)).toBeUndefined()
    expect(newcombe({ hits: 0, n: 0 }, { hits: 1, n: 2 }, 0.95)).toBeUndefined()
    expect(newcombe({ hits: 0, n: 3 }, { hits: 0, n: 2 }, 0.95)).toMatchObject({ p: 1 })
    expect(pearson(NaN, 10, 0.95)).toBeUndefined()
    expect(pearson(0.5, 3, 0.95)).toBeUndefined()
    expect(pearson(1, 10, 0.95)).toMatchObject({ low: 1, high: 1 })
    expect(independence([])).toBeUndefined()
    expect(independence([[3, 4]])).toBeUndefined()
    expect(
      independence([
        [3, 0],
        [4, 0],
      ]),
    ).toBeUndefined()
  })
})

describe('independence', () => {
  it('is 0 where one column says nothing of the other, and V is 1 where it says all', () => {
    expect(
      independence([
        [10, 20],
        [30, 60],
      ]),
    ).toMatchObject({ statistic: 0, v: 0, p: 1 })
    expect(
      independence([
        [10, 0],
        [0, 30],
      ])?.v,
    ).toBeCloseTo(1, 12)
  })

  it('counts cells that expect fewer than five', () => {
    expect(
      independence([
        [1, 2],
        [3, 4],
      ]),
    ).toMatchObject({ thin: 4, cells: 4, least: 1.2 })
  })
})
