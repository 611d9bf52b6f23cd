import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finalsTold, surest, weakest } from '../../desktop/domain/assessment/training/brief.ts'
import { shareOf } from '../../desktop/domain/assessment/training/final-tries.ts'

const least = 5
const finals = (first: number, later: number, notYet: number) => {
  const taken = first + later + notYet
  const end = (name: 'first' | 'later' | 'not-yet', count: number) => ({
    ...{ end: name, count, interval: shareOf(count, taken, least) },
  })
  return { taken, ends: [end('first', first), end('later', later), end('not-yet', notYet)] }
}

describe('finals told outside', () => {
  it.each([
    ['nobody', [0, 0, 0], 'none'],
    ['four', [2, 1, 1], 'few'],
    ['enough of each', [18, 5, 15], 'tries'],
    ['nobody at a later try', [18, 0, 15], 'tries'],
    ['everybody at once', [33, 0, 0], 'tries'],
    ['two at a later try', [18, 2, 13], 'passed'],
    ['two not yet', [20, 11, 2], 'small'],
    ['two at once, the others not', [2, 0, 31], 'small'],
    ['two passed at once and three later', [2, 3, 28], 'passed'],
  ] as const)('of %s', (_, [first, later, notYet], kind) => {
    expect(finalsTold(finals(first, later, notYet), least).kind).toBe(kind)
  })

  it('give no group that is small, nor one that follows from the others', () => {
    const people = fc.nat({ max: 40 })
    fc.assert(
      fc.property(people, people, people, (first, later, notYet) => {
        const told = finalsTold(finals(first, later, notYet), least)
        const counts =
          told.kind === 'tries'
            ? Object.values(told.ends)
            : told.kind === 'passed'
              ? [told.passed, told.failed]
              : []
        for (const { count, share, interval } of counts) {
          expect(count === 0 || count >= least).toBe(true)
          expect(share).toBeCloseTo(count / (first + later + notYet), 12)
          const wilson = shareOf(count, first + later + notYet, least)
          expect(interval?.[0]).toBeCloseTo(wilson?.[0] ?? NaN, 9)
          expect(interval?.[1]).toBeCloseTo(wilson?.[1] ?? NaN, 9)
        }
        const sum = counts.reduce((all, { count }) => all + count, 0)
        if (counts.length > 0) expect(sum).toBe(first + later + notYet)
      }),
    )
  })
})

describe('objectives to tell of', () => {
  const one = (id: string, after: number, gain: number, low: number | null) => ({
    ...{ id, after, gain, interval: low === null ? null : ([low, 1] as const) },
  })
  const gains = [
    ...[one('a', 0.5, 0.4, 0.1), one('b', 0.9, 0.2, -0.1), one('c', 0.4, 0.5, null)],
    ...[one('d', 0.5, 0.6, 0.3), one('e', 0.7, 0.1, 0)],
  ]
  const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id)

  it('are as gained those with an interval above 0, the largest gain first', () => {
    const { sure, best } = surest(gains, 1)
    expect([sure, ids(best)]).toEqual([2, ['d']])
    expect(surest([], 3)).toEqual({ sure: 0, best: [] })
  })

  it('are as weak the lowest afterwards, of equals the earlier', () => {
    expect(ids(weakest(gains, 3))).toEqual(['c', 'a', 'd'])
    expect(weakest([], 3)).toEqual([])
  })
})
