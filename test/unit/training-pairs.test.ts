import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SittingKind } from '../../desktop/domain/assessment/events.ts'
import type { SittingRecord } from '../../desktop/domain/assessment/record.ts'
import {
  finalEnd,
  finalTries,
  shareOf,
} from '../../desktop/domain/assessment/training/final-tries.ts'
import {
  comparedHalves,
  isPairOf,
  testedElsewhere,
} from '../../desktop/domain/assessment/training/pairs.ts'

type Where = 't' | 'u' | null
const begun = (kind: SittingKind, training: Where) => ({ learner: 'ann', kind, training })

describe('a pair of tests counts for one training', () => {
  it.each<[string, [SittingKind, Where][], boolean, boolean, boolean]>([
    [
      'both here',
      [
        ['before', 't'],
        ['after', 't'],
      ],
      true,
      false,
      false,
    ],
    [
      'both in another',
      [
        ['before', 'u'],
        ['after', 'u'],
      ],
      false,
      true,
      true,
    ],
    [
      'both alone',
      [
        ['before', null],
        ['after', null],
      ],
      false,
      false,
      true,
    ],
    [
      'before alone, after here',
      [
        ['before', null],
        ['after', 't'],
      ],
      false,
      false,
      true,
    ],
    [
      'before there, after here',
      [
        ['before', 'u'],
        ['after', 't'],
      ],
      false,
      false,
      true,
    ],
    [
      'before here, after there',
      [
        ['before', 't'],
        ['after', 'u'],
      ],
      false,
      false,
      true,
    ],
    ['before here only', [['before', 't']], false, false, false],
    ['nothing', [], false, false, false],
    [
      'a final elsewhere is no test of the pair',
      [
        ['final', 'u'],
        ['before', 't'],
        ['after', 't'],
      ],
      true,
      false,
      false,
    ],
    // another computer's records may bring the tests a second time
    [
      'there first, then here again',
      [
        ['before', 'u'],
        ['after', 'u'],
        ['before', 't'],
        ['after', 't'],
      ],
      false,
      true,
      true,
    ],
    [
      'here first, then there again',
      [
        ['before', 't'],
        ['after', 't'],
        ['before', 'u'],
        ['after', 'u'],
      ],
      true,
      false,
      false,
    ],
  ])('%s', (_, tests, here, there, elsewhere) => {
    const sittings = tests.map(([kind, training]) => begun(kind, training))
    expect(isPairOf('t', 'ann', sittings)).toBe(here)
    expect(isPairOf('u', 'ann', sittings)).toBe(there)
    expect(testedElsewhere('t', 'ann', sittings)).toBe(elsewhere)
    expect(isPairOf('t', 'bob', sittings)).toBe(false)
    expect(comparedHalves('t', { ann: 1, bob: 2 }, sittings)).toEqual(here ? { ann: 1 } : {})
  })

  it('and never for two', () => {
    const test = fc
      .tuple(
        fc.constantFrom<SittingKind>('before', 'after', 'final'),
        fc.constantFrom<Where>('t', 'u', null),
      )
      .map(([kind, training]) => begun(kind, training))
    fc.assert(
      fc.property(fc.array(test, { maxLength: 8 }), (sittings) => {
        const [t, u] = [isPairOf('t', 'ann', sittings), isPairOf('u', 'ann', sittings)]
        expect(t && u).toBe(false)
        if (t) expect(testedElsewhere('t', 'ann', sittings)).toBe(false)
      }),
    )
  })
})

/** A final: `+` passed, `-` not, `.` begun only. */
const final = (learner: string, mark: string, training: Where = 't'): SittingRecord => ({
  ...{ learner, programme: 'p', kind: 'final', form: null, training, seed: 1, learnt: 0, nth: 1 },
  items: [{ course: 'x', item: 'i' }],
  answers: { 1: { correct: mark === '+', code: 'ok', chosen: null, seconds: null, times: 1 } },
  ...{ begunAt: '', endedAt: mark === '.' ? null : '', end: mark === '.' ? null : 'handed-in' },
})
const finals = (...sittings: SittingRecord[]) => ({
  ...{ training: 't', pass: { share: 0.5, each: 0 }, sittings },
})

describe('finals by the try', () => {
  it.each<[string, SittingRecord[], unknown]>([
    ['none', [], undefined],
    ['begun only', [final('ann', '.')], undefined],
    ['passed at once', [final('ann', '+')], { end: 'first', tries: 1 }],
    [
      'passed at the third',
      [final('ann', '-'), final('ann', '-'), final('ann', '+')],
      { end: 'later', tries: 3 },
    ],
    ['not yet', [final('ann', '-'), final('ann', '-')], { end: 'not-yet', tries: 2 }],
    ['not yet, and goes on', [final('ann', '-'), final('ann', '.')], { end: 'not-yet', tries: 1 }],
    ['passed twice', [final('ann', '+'), final('ann', '+')], { end: 'first', tries: 2 }],
    [
      'not alone, then here',
      [final('ann', '-', null), final('ann', '+')],
      { end: 'later', tries: 2 },
    ],
    ['passed elsewhere before', [final('ann', '+', 'u'), final('ann', '+')], 'elsewhere'],
    ['passed elsewhere only', [final('ann', '+', 'u')], 'elsewhere'],
    ['not passed elsewhere only', [final('ann', '-', 'u')], undefined],
    [
      'not here, elsewhere later',
      [final('ann', '-'), final('ann', '+', 'u')],
      { end: 'not-yet', tries: 1 },
    ],
  ])('%s', (_, sittings, expected) => {
    expect(finalEnd(finals(...sittings), 'ann')).toEqual(expected)
    expect(finalEnd(finals(...sittings), 'bob')).toBeUndefined()
  })

  it('add up to those who handed one in, each counted once', () => {
    const sitting = fc
      .tuple(
        fc.constantFrom('ann', 'bob', 'cat', 'dan'),
        fc.constantFrom('+', '-', '.'),
        fc.constantFrom<Where>('t', 't', 'u', null),
      )
      .map((one) => final(...one))
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 12 }), (sittings) => {
        const people = ['ann', 'bob', 'cat', 'dan']
        const found = finalTries(finals(...sittings), [...people, ...people])
        const { first, later, 'not-yet': notYet } = found.counts
        expect(first + later + notYet).toBe(found.taken)
        expect(found.taken + found.elsewhere).toBeLessThanOrEqual(people.length)
        expect(later).toBeLessThanOrEqual(found.again)
        expect(found.again).toBeLessThanOrEqual(later + notYet)
      }),
    )
  })

  it('have shares of a group only, with Wilson’s interval', () => {
    expect(shareOf(2, 4, 5)).toBeNull()
    expect(shareOf(0, 0, 5)).toBeNull()
    // E. B. Wilson 1927 by hand: 7 of 10 lies in 0.397 to 0.892
    const [low, high] = shareOf(7, 10, 5) ?? []
    expect([low?.toFixed(3), high?.toFixed(3)]).toEqual(['0.397', '0.892'])
    expect(shareOf(0, 9, 5)?.[0]).toBe(0)
  })
})
