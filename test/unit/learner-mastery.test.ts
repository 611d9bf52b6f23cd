import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { helpOf, masteryOf, type FirstAttempt } from '../../desktop/domain/course/mastery.ts'
import { helpLevels } from '../../desktop/domain/simulation/player.ts'

const rule = { of: 4, right: 3 }

/** `A` alone, `H` hinted, `S` shown, all right; `-` wrong. */
const tries = (text: string): FirstAttempt[] =>
  Array.from(text, (sign, nth) => ({
    nth,
    correct: sign !== '-',
    help: sign === 'H' ? 'hinted' : sign === 'S' ? 'shown' : 'alone',
  }))

describe('mastery of an objective', () => {
  it.each([
    ['', 'new', null],
    ['A', 'learning', null],
    ['AA', 'learning', null],
    ['AAA', 'mastered', 'alone'],
    ['-AAA', 'mastered', 'alone'],
    ['--AAA', 'mastered', 'alone'],
    ['AAA-', 'mastered', 'alone'],
    ['AAA--', 'learning', null],
    ['AAH', 'mastered', 'hinted'],
    ['AAHA', 'mastered', 'alone'],
    ['AHS', 'mastered', 'shown'],
    ['SSSS', 'mastered', 'shown'],
    ['HHHS', 'mastered', 'hinted'],
  ])('after %j is %s, with help %s', (text, state, help) => {
    expect(masteryOf(tries(text), rule, 9)).toMatchObject({ state, help })
  })

  it.each([
    [1, 'A', 'mastered'],
    [2, 'A', 'learning'],
    [2, 'AA', 'mastered'],
    [3, 'AA-', 'learning'],
    [3, 'AAA', 'mastered'],
  ])('asks for the same share where the course has %i exercise(s): %j is %s', (n, text, state) => {
    expect(masteryOf(tries(text), rule, n)).toMatchObject({ state, of: n })
  })

  it('goes by the order of the events, not of the list', () => {
    const list = tries('---AAA')
    expect(masteryOf(list.toReversed(), rule, 9)).toEqual(masteryOf(list, rule, 9))
  })

  const attempts = fc.array(
    fc.record({ correct: fc.boolean(), help: fc.constantFrom(...helpLevels) }),
  )
  it('is never lost by one more right answer without help', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 12 }), (list, more) => {
        const before = list.map((one, nth) => ({ ...one, nth }))
        const right: FirstAttempt = { nth: list.length, correct: true, help: 'alone' }
        const available = list.length + 1 + more
        const one = masteryOf(before, rule, available)
        const two = masteryOf([...before, right], rule, available)
        expect(two.seen).toBeLessThanOrEqual(two.of)
        expect(two.right).toBeGreaterThanOrEqual(one.right)
        if (one.help === 'alone') expect(two.help).toBe('alone')
      }),
    )
  })

  it('says mastered exactly where enough were right', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const told = masteryOf(
          list.map((one, nth) => ({ ...one, nth })),
          rule,
          12,
        )
        expect(told.state === 'mastered').toBe(told.right >= told.needed)
      }),
    )
  })
})

it.each([
  [0, 'alone'],
  [1, 'hinted'],
  [3, 'hinted'],
  [4, 'shown'],
])('%i hints are help %s', (hints, help) => {
  expect(helpOf(hints)).toBe(help)
})
