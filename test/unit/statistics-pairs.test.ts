import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, holm } from '../../desktop/domain/statistics/adjust.ts'
import { welch } from '../../desktop/domain/statistics/means.ts'
import {
  gamesHowell,
  nearlyEqualSpread,
  tukeyKramer,
} from '../../desktop/domain/statistics/pairs.ts'
import {
  criticalStudentisedRange,
  upperStudentisedRange,
} from '../../desktop/domain/statistics/studentised-range.ts'

describe('the studentised range', () => {
  // sprintf("%.15g", ptukey(q, k, df, lower.tail = FALSE)), R 4.2.2
  it.each([
    [3.5, 3, 20, 0.0558918490820594],
    [1, 2, 5, 0.511084080430356],
    [4.2, 5, 12.7, 0.0694178115306868],
    [0.5, 3, 2, 0.935556794428081],
    [10, 4, 30, 4.26771465389386e-7],
    [3.3, 50, 100, 0.971318232353612],
    [6, 10, 1000, 0.00100153186577445],
    [3, 3, 1e6, 0.0855425716549576],
    [80, 6, 3, 0],
    [3.7, 4, 2.5, 0.242100573835732],
    [25, 10, 2, 0.0157767696535267],
    [3.6, 4, 101, 0.0590288083199051],
    [3.6, 4, 799, 0.0539290371194611],
    [3.6, 4, 4999, 0.0533118913317333],
    [3.6, 4, 24999, 0.0532175347958821],
  ])('above %d of %d means, %d degrees of freedom', (q, means, degrees, wanted) => {
    const found = upperStudentisedRange(q, means, degrees)
    expect(Math.abs(found - wanted)).toBeLessThan(1e-9)
  })

  // qtukey(0.95, 3, 20), qtukey(0.99, 10, 5), qtukey(0.95, 50, 2000), qtukey(0.95, 4, 2.2); R's is good to 1e-4
  it.each([
    [0.95, 3, 20, 3.57793458152557],
    [0.99, 10, 5, 10.239281106571],
    [0.95, 50, 2000, 5.65542316807685],
    [0.95, 4, 2.2, 8.85494806284761],
  ])('that %d lie below, of %d means and %d degrees', (confidence, means, degrees, wanted) => {
    const found = criticalStudentisedRange(confidence, means, degrees)
    expect(Math.abs(found / wanted - 1)).toBeLessThan(1e-4)
    expect(upperStudentisedRange(found, means, degrees)).toBeCloseTo(1 - confidence, 8)
  })

  it.each([
    [3, 3, 1.9],
    [3, 1, 10],
    [Number.NaN, 3, 10],
    [3, 3, Number.NaN],
  ])('is not told of %d, %d, %d', (q, means, degrees) => {
    expect(upperStudentisedRange(q, means, degrees)).toBeNaN()
  })

  it('is a chance that falls as the range grows', () => {
    const range = fc.double({ min: 0, max: 200, noNaN: true })
    const degrees = fc.double({ min: 2, max: 1e5, noNaN: true })
    fc.assert(
      fc.property(range, range, fc.integer({ min: 2, max: 50 }), degrees, (a, b, means, df) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const [more, less] = [low, high].map((q) => upperStudentisedRange(q, means, df))
        expect(more).toBeLessThanOrEqual(1)
        expect(less).toBeGreaterThanOrEqual(0)
        expect(less).toBeLessThanOrEqual((more ?? 0) + 1e-9)
      }),
      { numRuns: 60 },
    )
  })
})

describe('pairs of means', () => {
  // tapply(breaks, tension, mean), sd of warpbreaks, 18 each; TukeyHSD(aov(breaks ~ tension, warpbreaks))
  const [low, middle, high] = [
    { n: 18, mean: 36.3888888888889, sd: 16.4464868012769 },
    { n: 18, mean: 26.3888888888889, sd: 9.1210092894107 },
    { n: 18, mean: 21.6666666666667, sd: 8.35252691599093 },
  ] as const
  const all = [low, middle, high]

  it.each([
    [middle, low, -10, -19.5598244439829, -0.440175556017131, 0.0384597680648382],
    [high, low, -14.7222222222222, -24.2820466662051, -5.162397778239352, 0.00143150330797792],
    [high, middle, -4.72222222222222, -14.2820466662051, 4.83760222176064, 0.463083096781862],
  ])('Tukey', (a, b, estimate, from, to, p) => {
    const found = tukeyKramer(all, 0.95)?.(a, b)
    expect(found?.estimate).toBeCloseTo(estimate, 10)
    expect(found?.low).toBeCloseTo(from, 3)
    expect(found?.high).toBeCloseTo(to, 3)
    expect(Math.abs((found?.p ?? 1) - p)).toBeLessThan(1e-9)
  })

  it('of two means alone are as Welch’s t has them', () => {
    // ptukey(sqrt(2) * abs(t), 2, df, lower.tail = FALSE) is 2 * pt(-abs(t), df)
    const size = fc.integer({ min: 8, max: 200 })
    const spread = fc.double({ min: 0.5, max: 5, noNaN: true })
    const mean = fc.double({ min: -5, max: 5, noNaN: true })
    const sample = fc.record({ n: size, mean, sd: spread })
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const [pair, plain] = [gamesHowell(a, b, 2, 0.95), welch(a, b, 0.95)]
        expect(Math.abs((pair?.p ?? 2) - (plain?.p ?? 3))).toBeLessThan(1e-5)
        expect(Math.abs((pair?.low ?? 99) - (plain?.low ?? 0))).toBeLessThan(1e-3)
      }),
      { numRuns: 40 },
    )
  })

  it('are not told where nothing varies or too little is left over', () => {
    const same = { n: 5, mean: 1, sd: 0 }
    expect(tukeyKramer([same, same], 0.95)).toBeUndefined()
    expect(
      tukeyKramer(
        [
          { n: 2, mean: 1, sd: 1 },
          { n: 1, mean: 1, sd: 0 },
        ],
        0.95,
      ),
    ).toBeUndefined()
    expect(gamesHowell(same, same, 2, 0.95)).toBeUndefined()
    const few = { n: 2, mean: 1, sd: 1 }
    expect(gamesHowell(few, { n: 2, mean: 2, sd: 100 }, 3, 0.95)).toBeUndefined()
  })

  it.each([
    [[1, 2], true],
    [[1, 2.1], false],
    [[0, 1], false],
  ])('spreads of %j are near: %s', (spreads, near) => {
    expect(nearlyEqualSpread(spreads.map((sd) => ({ n: 5, mean: 0, sd })))).toBe(near)
  })
})

describe('several p values', () => {
  // ps <- c(0.01, 0.02, 0.03, 0.04, 0.05, 0.011, 0.9, 0.011); p.adjust(ps, "holm"); p.adjust(ps, "BH")
  const ps = [0.01, 0.02, 0.03, 0.04, 0.05, 0.011, 0.9, 0.011]
  it.each([
    ['Holm', holm, [0.08, 0.1, 0.12, 0.12, 0.12, 0.08, 0.9, 0.08]],
    [
      'Benjamini and Hochberg',
      benjaminiHochberg,
      [
        0.0293333333333333, 0.04, 0.048, 0.0533333333333333, 0.0571428571428571, 0.0293333333333333,
        0.9, 0.0293333333333333,
      ],
    ],
  ])('after %s', (_, adjust, wanted) => {
    for (const [at, p] of adjust(ps).entries()) expect(p).toBeCloseTo(wanted[at] ?? 0, 14)
  })

  it('keep their order, and lie between p and m times p; BH never above Holm', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 20 }), (list) => {
        const [strict, mild] = [holm(list), benjaminiHochberg(list)]
        for (const [at, p] of list.entries()) {
          const [h, b] = [strict[at] ?? 0, mild[at] ?? 0]
          expect(b).toBeGreaterThanOrEqual(p * (1 - 1e-12))
          expect(b).toBeLessThanOrEqual(h * (1 + 1e-12))
          expect(h).toBeLessThanOrEqual(Math.min(1, p * list.length * (1 + 1e-12)))
          for (const [other, q] of list.entries()) {
            if (p < q) {
              expect(h).toBeLessThanOrEqual(strict[other] ?? 0)
              expect(b).toBeLessThanOrEqual(mild[other] ?? 0)
            }
          }
        }
      }),
    )
  })
})
