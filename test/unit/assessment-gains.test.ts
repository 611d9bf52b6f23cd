import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectiveGains, type GainPair } from '../../desktop/domain/assessment/gains.ts'

const pair = (half: 1 | 2, before: number, after: number): GainPair => ({ half, before, after })
const several = (count: number, one: GainPair) => Array.from({ length: count }, () => one)

describe('what a cohort gained in an objective', () => {
  it('takes the forms’ difficulty out of the gain, and tells it', () => {
    // form B is easier by 0.2: half 1 seems to gain 0.5, half 2 only 0.1
    const found = objectiveGains([
      ...several(4, pair(1, 0.2, 0.7)),
      ...several(9, pair(2, 0.4, 0.5)),
    ])
    expect(found.n).toBe(13)
    expect(found.before).toBeCloseTo(0.3)
    expect(found.after).toBeCloseTo(0.6)
    expect(found.gain).toBeCloseTo(0.3)
    expect(found.formEffect).toBeCloseTo(0.2)
  })

  it('is of nobody, of one and of one half what can be said', () => {
    expect(objectiveGains([])).toEqual({
      ...{ n: 0, before: 0, after: 0, gain: 0, interval: null, formEffect: null },
    })
    const one = { n: 1, before: 0, after: 1, gain: 1, interval: null, formEffect: null }
    expect(objectiveGains([pair(1, 0, 1)])).toEqual(one)
    expect(objectiveGains(several(9, pair(2, 0, 1)))).toEqual({ ...one, n: 9 })
    const uneven = [pair(1, 0, 1), ...several(5, pair(2, 0, 1))]
    expect(objectiveGains(uneven)).toMatchObject({ gain: 1, interval: null, formEffect: 0 })
  })

  it('leaves width where everybody gained the same', () => {
    for (const after of [0, 1]) {
      const all = [...several(5, pair(1, 0, after)), ...several(5, pair(2, 0, after))]
      const [low, high] = objectiveGains(all).interval!
      expect(high - low).toBeGreaterThan(0.25)
    }
  })

  it('agrees with R, test/fixtures/r/items.R', () => {
    const found = objectiveGains([
      ...[1, 1, 0, 1].map((after) => pair(1, 0, after)),
      ...[0, 1, 1].map((after) => pair(2, 0, after)),
    ])
    expect(found.gain).toBeCloseTo((3 / 4 + 2 / 3) / 2, 12)
    expect(found.interval![0]).toBeCloseTo(-0.00451394290472651, 9)
    expect(found.interval![1]).toBe(1)
  })

  it('has the gain within the interval, and that within −1 and 1', () => {
    const share = fc.constantFrom(0, 0.5, 1)
    const half = fc.constantFrom<1 | 2>(1, 2)
    const pairs = fc.array(fc.record({ half, before: share, after: share }), { maxLength: 60 })
    fc.assert(
      fc.property(pairs, (all) => {
        const { gain, before, after, interval } = objectiveGains(all)
        expect(after - before).toBeCloseTo(gain, 9)
        if (interval === null) return
        const [low, high] = interval
        expect(low).toBeGreaterThanOrEqual(-1)
        expect(high).toBeLessThanOrEqual(1)
        expect(gain).toBeGreaterThanOrEqual(low - 1e-9)
        expect(gain).toBeLessThanOrEqual(high + 1e-9)
      }),
    )
  })
})

/** Chances to gain and to lose in half 1 and in half 2, where form B may be easier. */
const chances = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.97].flatMap((gained) =>
  [0.01, 0.03, 0.1, 0.2].flatMap((lost) =>
    gained + lost < 1
      ? [0, 0.15, 0.3].map((easier) => [gained, lost, Math.max(0.005, gained - easier)] as const)
      : [],
  ),
)

const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1))

/** Every way in which so many learners can gain, lose or stay, with its chance. */
const ways = (n: number) =>
  Array.from({ length: (n + 1) ** 2 }, (_, at) => [at % (n + 1), Math.floor(at / (n + 1))] as const)
    .filter(([gained, lost]) => gained + lost <= n)
    .map(([gained, lost]) => ({
      gained,
      lost,
      chance: (up: number, down: number) =>
        Math.exp(
          logFactorial(n) -
            logFactorial(gained) -
            logFactorial(lost) -
            logFactorial(n - gained - lost) +
            gained * Math.log(up) +
            lost * Math.log(down) +
            (n - gained - lost) * Math.log(1 - up - down),
        ),
    }))

const learners = (half: 1 | 2, n: number, gained: number, lost: number) => [
  ...several(gained, pair(half, 0, 1)),
  ...several(lost, pair(half, 1, 0)),
  ...several(n - gained - lost, pair(half, 1, 1)),
]

function coverages(first: number, second: number): number[] {
  const [one, two] = [ways(first), ways(second)]
  const intervals = one.map((a) =>
    two.map((b) => {
      const all = [
        ...learners(1, first, a.gained, a.lost),
        ...learners(2, second, b.gained, b.lost),
      ]
      return objectiveGains(all).interval!
    }),
  )
  return chances.map(([up, down, other]) => {
    const truth = (up - down + other - down) / 2
    const ofTwo = two.map((b) => b.chance(other, down))
    return one.reduce((sum, a, row) => {
      const inside = ofTwo.reduce((all, chance, at) => {
        const [low, high] = intervals[row]![at]!
        return low <= truth + 1e-12 && truth <= high + 1e-12 ? all + chance : all
      }, 0)
      return sum + a.chance(up, down) * inside
    }, 0)
  })
}

describe('the interval of a gain holds what it says, counted over all outcomes', () => {
  it.each([
    [3, 2, 0.98, 0.999],
    [5, 5, 0.92, 0.99],
    [10, 10, 0.925, 0.976],
    [15, 15, 0.945, 0.969],
  ])('%i and %i learners: at least %d, on average %d', (first, second, least, usual) => {
    const found = coverages(first, second)
    expect(Math.min(...found)).toBeGreaterThan(least)
    const average = found.reduce((sum, one) => sum + one, 0) / found.length
    expect(average).toBeCloseTo(usual, 2)
  })
})
