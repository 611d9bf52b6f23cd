import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fraudsIn,
  genuineIn,
  isSafe,
  judgements,
  tallyOf,
  type Judged,
  type Tally,
} from '../../desktop/domain/simulation/drill-score.ts'
import { signalOf } from '../../desktop/domain/simulation/drill-signal.ts'

const judged = fc.record({ genuine: fc.boolean(), answer: fc.constantFrom(...judgements) })
const tally = (more: Partial<Tally>): Tally => ({ ...tallyOf([]), ...more })

describe('the tally of a round', () => {
  it.each<[boolean, Judged['answer'], keyof Tally, boolean]>([
    [false, 'fraud', 'caught', true],
    [false, 'verify', 'fraudsVerified', true],
    [false, 'genuine', 'believed', false],
    [true, 'fraud', 'accused', false],
    [true, 'verify', 'genuineVerified', true],
    [true, 'genuine', 'trusted', true],
  ])('genuine %j called %s is %s', (genuine, answer, place, safe) => {
    expect(tallyOf([{ genuine, answer }])).toEqual(tally({ [place]: 1 }))
    expect(isSafe({ genuine, answer })).toBe(safe)
  })

  it('counts every message in one place', () => {
    fc.assert(
      fc.property(fc.array(judged), (all) => {
        const counted = tallyOf(all)
        expect(fraudsIn(counted)).toBe(all.filter(({ genuine }) => !genuine).length)
        expect(genuineIn(counted)).toBe(all.filter(({ genuine }) => genuine).length)
        expect(all.filter(isSafe).length).toBe(all.length - counted.believed - counted.accused)
      }),
    )
  })
})

describe('d′ and bias', () => {
  it.each([
    // by hand: z(4.5/5) = 1.28155, z(0.5/5) = −1.28155, z(1.5/5) = −0.52440
    ['all right', tally({ caught: 4, trusted: 4 }), 2.5631, 0],
    ['one accused', tally({ caught: 4, trusted: 3, accused: 1 }), 1.80595, -0.37858],
    ['all called frauds', tally({ caught: 4, accused: 4 }), 0, -1.28155],
    ['all believed', tally({ believed: 4, trusted: 4 }), 0, 1.28155],
    ['no messages', tally({}), 0, 0],
  ])('of %s', (_, counted, sensitivity, bias) => {
    const signal = signalOf(counted, 'accuse')
    expect(signal.sensitivity).toBeCloseTo(sensitivity, 4)
    expect(signal.bias).toBeCloseTo(bias, 4)
  })

  it('take “verify first” for no or for yes, as the criterion has it', () => {
    const counted = tally({ caught: 1, fraudsVerified: 3, trusted: 3, genuineVerified: 1 })
    expect(signalOf(counted, 'accuse')).toEqual(
      signalOf(tally({ caught: 1, believed: 3, trusted: 4 }), 'accuse'),
    )
    expect(signalOf(counted, 'doubt')).toEqual(
      signalOf(tally({ caught: 4, trusted: 3, accused: 1 }), 'doubt'),
    )
  })

  it('are finite, and change their sign with the kinds', () => {
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 20 }), (all) => {
        const { sensitivity, bias } = signalOf(tallyOf(all), 'accuse')
        expect(Number.isFinite(sensitivity) && Number.isFinite(bias)).toBe(true)
        const turned = all.map(({ genuine, answer }) => ({ genuine: !genuine, answer }))
        expect(signalOf(tallyOf(turned), 'accuse').sensitivity).toBeCloseTo(-sensitivity, 10)
      }),
    )
  })
})
