import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterRound,
  messageKey,
  noDrills,
  type SeenMessage,
} from '../../desktop/domain/simulation/drill-record.ts'
import { drillRound, type DrillItem } from '../../desktop/domain/simulation/drill-round.ts'
import type { Judgement } from '../../desktop/domain/simulation/drill-score.ts'
import { library } from './drill-support.ts'

const key = ({ scheme, id }: DrillItem) => messageKey(scheme, id)
const share = (round: readonly DrillItem[]) =>
  round.filter(({ genuine }) => genuine).length / round.length

const rounds = fc.record({
  items: fc
    .tuple(fc.integer({ min: 2, max: 14 }), fc.integer({ min: 2, max: 4 }))
    .map(([schemes, each]) => library(schemes, each)),
  seed: fc.string(),
})

/** The items seen so far by whoever took these rounds, every fraud caught. */
function seenAfter(taken: readonly (readonly DrillItem[])[], answer: Judgement = 'verify') {
  return taken.reduce((record, round, nth) => {
    const answers = round.map(({ scheme, id: message, genuine }) => {
      return { scheme, message, genuine, answer, changed: false }
    })
    return afterRound(record, { course: 'c', finished: true, answers }, nth, '')
  }, noDrills).seen
}

describe('a round', () => {
  it('has 8 to 10 messages, about half of them genuine, none twice', () => {
    fc.assert(
      fc.property(rounds, ({ items, seed }) => {
        const round = drillRound(items, { seed, seen: {} })
        if (items.length >= 16) {
          expect(round.length).toBeGreaterThanOrEqual(8)
          expect(round.length).toBeLessThanOrEqual(10)
        }
        expect(share(round)).toBeGreaterThanOrEqual(0.4)
        expect(share(round)).toBeLessThanOrEqual(0.6)
        expect(new Set(round.map(key)).size).toBe(round.length)
      }),
    )
  })

  it('has never more than two of one kind in a row', () => {
    fc.assert(
      fc.property(rounds, ({ items, seed }) => {
        const kinds = drillRound(items, { seed, seen: {} }).map(({ genuine }) => genuine)
        expect(kinds.some((kind, at) => kinds[at + 1] === kind && kinds[at + 2] === kind)).toBe(
          false,
        )
      }),
    )
  })

  it('is the same for the same seed, and another for another', () => {
    const items = library(10, 3)
    const of = (seed: string) => drillRound(items, { seed, seen: {} }).map(key)
    expect(of('ann 0')).toEqual(of('ann 0'))
    expect(of('ann 0')).not.toEqual(of('bob 0'))
  })

  it('varies its length and the number of frauds, so that nobody can count on the last one', () => {
    const mixes = Array.from({ length: 60 }, (_, seed) => {
      const round = drillRound(library(10, 3), { seed: String(seed), seen: {} })
      return `${round.length} ${share(round)}`
    })
    expect(new Set(mixes).size).toBe(6)
  })

  it('varies the schemes: at most two frauds of one where there are enough', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const frauds = drillRound(library(6, 3), { seed, seen: {} }).filter((one) => !one.genuine)
        const each = frauds.map(
          ({ scheme }) => frauds.filter((one) => one.scheme === scheme).length,
        )
        expect(Math.max(...each)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('shows nothing twice before everything of its kind was seen once', () => {
    const items = library(8, 3)
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const taken: DrillItem[][] = []
        for (let nth = 0; nth < 8; nth += 1) {
          const seen = seenAfter(taken)
          const round = drillRound(items, { seed: `${seed} ${nth}`, seen })
          for (const genuine of [true, false]) {
            const chosen = round.filter((item) => item.genuine === genuine)
            const unseen = items.filter((item) => item.genuine === genuine && !seen[key(item)])
            const fresh = chosen.filter((item) => !seen[key(item)])
            // two of a scheme at most: a third would give the others away
            const rest = new Set(
              unseen.filter((item) => !fresh.includes(item)).map(({ scheme }) => scheme),
            )
            if (fresh.length < chosen.length) {
              for (const scheme of rest) {
                expect(
                  chosen.filter((item) => item.scheme === scheme).length,
                ).toBeGreaterThanOrEqual(2)
              }
            }
          }
          taken.push(round)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('brings back what was longest not seen when all was seen', () => {
    const items = library(8, 1)
    const seen = Object.fromEntries(
      items.map((item, nth): [string, SeenMessage] => [key(item), { nth, answer: 'verify' }]),
    )
    const round = drillRound(items, { seed: 's', seen })
    for (const genuine of [true, false]) {
      const chosen = round.filter((item) => item.genuine === genuine)
      const oldest = items.filter((item) => item.genuine === genuine).slice(0, chosen.length)
      expect(new Set(chosen.map(key))).toEqual(new Set(oldest.map(key)))
    }
  })

  it('comes back with a new disguise of the scheme that was believed', () => {
    const items = library(12, 3)
    fc.assert(
      fc.property(fc.string(), fc.nat(11), (seed, at) => {
        const believed = messageKey(`s${at}`, 'm0')
        const seen = { [believed]: { nth: 0, answer: 'genuine' } as const }
        const round = drillRound(items, { seed, seen })
        const again = round.filter(({ scheme, genuine }) => scheme === `s${at}` && !genuine)
        expect(again.length).toBeGreaterThan(0)
        expect(again.map(key)).not.toContain(believed)
      }),
    )
  })

  it('keeps to the schemes that a lesson names, and takes genuine ones from all', () => {
    const items = library(6, 2)
    const round = drillRound(items, { seed: 's', seen: {}, schemes: ['s1', 's4'] })
    const frauds = round.filter(({ genuine }) => !genuine)
    expect(new Set(frauds.map(({ scheme }) => scheme))).toEqual(new Set(['s1', 's4']))
    expect(round.length).toBeGreaterThanOrEqual(8)
  })

  it.each([
    ['no messages', [], 0],
    ['frauds alone', library(3, 2).filter(({ genuine }) => !genuine), 0],
    ['three of each', library(3, 1), 6],
  ])('with %s has as many of one kind as of the other', (_, items, length) => {
    expect(drillRound(items, { seed: 's', seen: {} })).toHaveLength(length)
  })
})
