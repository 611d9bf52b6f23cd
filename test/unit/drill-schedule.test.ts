import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterRound,
  noDrills,
  type DrillRecord,
} from '../../desktop/domain/simulation/drill-record.ts'
import { daysToNext, drillDue } from '../../desktop/domain/simulation/drill-schedule.ts'
import type { Judgement } from '../../desktop/domain/simulation/drill-score.ts'

const at = new Date(2026, 10, 26, 15).toISOString()
const days = (count: number, hour = 9) => new Date(2026, 10, 26 + count, hour)

/** One round in which so many frauds of four were believed. */
function round(before: DrillRecord, believed: number, finished = true): DrillRecord {
  const answers = Array.from({ length: 4 }, (_, nth) => {
    const answer: Judgement = nth < believed ? 'genuine' : 'fraud'
    return { scheme: 's', message: `m${nth}`, genuine: false, answer, changed: false }
  })
  return afterRound(before, { course: 'c', finished, answers }, before.rounds.length, at)
}

describe('the next round', () => {
  it('comes back after 90 to 120 days, on a day that is each learner’s own', () => {
    const record = round(noDrills, 1)
    const all = Array.from({ length: 80 }, (_, nth) => daysToNext(`p-${nth}`, 'c', record))
    expect(Math.min(...all)).toBeGreaterThanOrEqual(90)
    expect(Math.max(...all)).toBeLessThanOrEqual(120)
    expect(new Set(all).size).toBeGreaterThan(15)
    expect(daysToNext('p-1', 'c', record)).toBe(daysToNext('p-1', 'c', record))
  })

  it('is new before the first, later after it, and due from its day on', () => {
    expect(drillDue('ann', 'c', noDrills, days(0))).toMatchObject({ state: 'new', next: null })
    const record = round(noDrills, 0)
    const wait = daysToNext('ann', 'c', record)
    const state = (now: Date) => drillDue('ann', 'c', record, now).state
    expect([days(0), days(wait - 1, 23), days(wait, 0), days(900)].map(state)).toEqual([
      ...['later', 'later', 'due', 'due'],
    ])
    expect(drillDue('ann', 'c', record, days(1)).next).toBe(days(wait, 12).toISOString())
  })

  it.each([
    ['none believed', [0], false],
    ['one believed', [1], false],
    ['two believed', [2], true],
    ['two believed, then one', [2, 1], false],
    ['two believed, and two in the early round: the usual way again', [2, 3], false],
    ['two believed again, the early round long past', [2, 0, 2], true],
  ])('with %s', (_, believed, early) => {
    const record = believed.reduce((before, count) => round(before, count), noDrills)
    expect(daysToNext('ann', 'c', record) === 1).toBe(early)
    expect(drillDue('ann', 'c', record, days(1, 1)).state).toBe(early ? 'due' : 'later')
    expect(drillDue('ann', 'c', record, days(0, 23)).state).toBe('later')
  })

  it('does not wait for a clock that was once years ahead', () => {
    const record = round(noDrills, 0)
    expect(drillDue('ann', 'c', record, days(-400)).state).toBe('due')
    expect(drillDue('ann', 'c', record, days(-1)).state).toBe('later')
  })

  it('is not moved by a round that was left, which is remembered as seen', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), (first, left) => {
        const before = round(noDrills, first)
        const after = round(before, left, false)
        expect(after.rounds).toEqual(before.rounds)
        expect(Object.keys(after.seen)).toHaveLength(4)
      }),
    )
  })
})
