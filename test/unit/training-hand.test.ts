import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SittingKind } from '../../desktop/domain/assessment/events.ts'
import { failedOften, idleDays, standingOf } from '../../desktop/domain/assessment/training/hand.ts'
import { waySteps } from '../../desktop/domain/assessment/training/kinds.ts'
import { latest, placeOf, type OnTheWay } from '../../desktop/domain/assessment/training/way.ts'
import { on, test } from './training-support.ts'

const today = '2026-11-20'
const failed = (day: number) => test('final', day, day, '--')
const passed = (day: number) => test('final', day, day, '++')
const before = test('before', 2, 3, '+-')
const after = test('after', 15, 15, '++')
const final = [before, after, passed(16)]

const noWork = { state: 'none', at: null, judgedAt: null, allotted: true, waitsFor: [] } as const
const handedIn = { ...noWork, state: 'waiting', at: on(17) } as const

const person = (more: Partial<OnTheWay> = {}): OnTheWay => ({
  ...{ from: on(1), sittings: [], pass: { share: 0.6, each: 0 }, owes: 0, lastAt: on(19) },
  ...{ courses: { done: 0, of: 2, lastAt: null }, work: noWork },
  ...more,
})

describe('where a person stands in a training', () => {
  it.each<[string, Partial<OnTheWay>, string, string | null, string | null, number?]>([
    ['has done nothing yet', {}, 'before', '2026-11-01', null],
    ['joined later', { from: null, lastAt: null }, 'before', null, 'joined', 0],
    ['joined later and began to learn', { from: null }, 'before', null, null],
    [
      'is at the placement today',
      { sittings: [test('placement', 20, null)] },
      'placement',
      '2026-11-20',
      null,
    ],
    [
      'left the placement half done',
      { sittings: [test('placement', 12, null)] },
      'placement',
      '2026-11-12',
      'begun',
      8,
    ],
    [
      'went on without the placement',
      { sittings: [test('placement', 2, null), before] },
      'courses',
      '2026-11-03',
      null,
    ],
    ['ended the placement', { sittings: [test('placement', 4, 4)] }, 'before', '2026-11-04', null],
    [
      'began the first test',
      { sittings: [test('before', 19, null)] },
      'before',
      '2026-11-19',
      'begun',
      1,
    ],
    ['learns', { sittings: [before] }, 'courses', '2026-11-03', null],
    [
      'has learned all',
      { sittings: [before], courses: { done: 2, of: 2, lastAt: on(9) } },
      'after',
      '2026-11-09',
      null,
    ],
    [
      'took the test after before all was learned',
      { sittings: [before, after] },
      'final',
      '2026-11-15',
      null,
    ],
    ['did not pass once', { sittings: [before, after, failed(16)] }, 'final', '2026-11-16', null],
    [
      'did not pass twice',
      { sittings: [before, after, failed(16), failed(18)] },
      'final',
      '2026-11-18',
      'failed',
      2,
    ],
    [
      'tries a third time today',
      { sittings: [before, after, failed(16), failed(18), test('final', 20, null)] },
      'final',
      '2026-11-20',
      null,
    ],
    [
      'passed the third time',
      { sittings: [before, after, failed(16), failed(17), passed(18)] },
      'capstone',
      '2026-11-18',
      null,
    ],
    [
      'left the test after out',
      { sittings: [before, passed(16)] },
      'capstone',
      '2026-11-16',
      'no-after',
      0,
    ],
    [
      'passed, and there is no capstone',
      { sittings: final, work: null },
      'done',
      '2026-11-16',
      null,
    ],
    ['has no work yet', { sittings: final }, 'capstone', '2026-11-16', null],
    [
      'waits for peers to be allotted',
      { sittings: final, work: { ...handedIn, allotted: false } },
      'capstone',
      '2026-11-17',
      'no-peers',
      0,
    ],
    [
      'waits for two peers',
      { sittings: final, work: { ...handedIn, waitsFor: ['bob', 'cat'] } },
      'capstone',
      '2026-11-17',
      'peers',
      2,
    ],
    [
      'waits for the facilitator',
      { sittings: final, work: handedIn },
      'capstone',
      '2026-11-17',
      'to-judge',
      0,
    ],
    [
      'handed in what does not reach the line',
      { sittings: final, work: { ...handedIn, state: 'short', judgedAt: on(18) } },
      'capstone',
      '2026-11-17',
      'short',
      0,
    ],
    [
      'handed in before the final, and peers are late',
      { sittings: [before, after], work: { ...handedIn, waitsFor: ['bob'] } },
      ...(['final', '2026-11-15', 'peers', 1] as const),
    ],
    [
      'is through',
      { sittings: final, work: { ...handedIn, state: 'passed', judgedAt: on(18) } },
      'done',
      '2026-11-18',
      null,
    ],
    [
      'is through long since',
      { sittings: final, work: { ...handedIn, state: 'passed', judgedAt: on(5) }, lastAt: on(5) },
      'done',
      '2026-11-16',
      null,
    ],
    [
      'is through and owes others',
      { sittings: final, work: { ...handedIn, state: 'passed', judgedAt: on(18) }, owes: 2 },
      'done',
      '2026-11-18',
      'owes',
      2,
    ],
    [
      'has a work that passed before the final',
      { sittings: [before, after], work: { ...handedIn, state: 'passed', judgedAt: on(18) } },
      'final',
      '2026-11-15',
      null,
    ],
    [
      'did nothing for nine days',
      { sittings: [before], lastAt: on(11) },
      'courses',
      '2026-11-03',
      null,
    ],
    [
      'did nothing for ten days',
      { sittings: [before], lastAt: on(10) },
      'courses',
      '2026-11-03',
      'idle',
      10,
    ],
    ['never came', { lastAt: null }, 'before', '2026-11-01', 'idle', 19],
    [
      'has a clock ahead of today',
      { sittings: [test('before', 25, null)] },
      'before',
      '2026-11-25',
      null,
    ],
    ['has an instant that is none', { from: 'soon', lastAt: 'never' }, 'before', null, 'joined', 0],
  ])('who %s', (_, more, step, since, kind, count) => {
    const found = standingOf(person(more), today)
    expect([found.step, found.since]).toEqual([step, since])
    expect(found.need).toEqual(kind === null ? null : { kind, count })
  })

  it('counts by days in China, whatever the hour', () => {
    // 23:30 and 00:30 there are one day apart
    const late = { ...test('before', 18, null), begunAt: '2026-11-18T15:30:00Z' }
    expect(standingOf(person({ sittings: [late] }), '2026-11-19').days).toBe(1)
    const early = { ...late, begunAt: '2026-11-18T16:30:00Z' }
    expect(standingOf(person({ sittings: [early] }), '2026-11-19')).toMatchObject({
      ...{ since: '2026-11-19', days: 0, need: null },
    })
  })

  it('is one of the steps, never longer ago than the training, with days that are never negative', () => {
    const day = fc.integer({ min: 1, max: 28 })
    const sitting = fc
      .tuple(
        fc.constantFrom<SittingKind>('placement', 'before', 'after', 'final'),
        fc.tuple(day, fc.option(day)),
        fc.constantFrom('', '-', '+', '+-'),
      )
      .map(([kind, [begun, ended], marks]) => test(kind, begun, ended, marks))
    fc.assert(
      fc.property(fc.array(sitting, { maxLength: 6 }), day, fc.nat(3), (sittings, last, owes) => {
        const one = person({ sittings, lastAt: on(last), owes })
        const { step, since, days, need } = standingOf(one, today)
        expect(waySteps).toContain(step)
        expect((since ?? '') >= '2026-11-01').toBe(true)
        expect(days).toBeGreaterThanOrEqual(0)
        if (need?.kind === 'failed') expect(need.count).toBeGreaterThanOrEqual(failedOften)
        if (need?.kind === 'idle') expect(need.count).toBeGreaterThanOrEqual(idleDays)
        expect(placeOf(one)).toEqual(placeOf({ ...one, owes: 0 }))
      }),
    )
  })

  it('takes the latest of instants that a clock can have told', () => {
    expect(latest([null, on(3), undefined, 'x', on(9), on(4)])).toBe(on(9))
    expect(latest(['', null])).toBeNull()
  })
})
