import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../desktop/domain/course/learning-events.ts'
import {
  noProgress,
  progressProjection,
  type ProgressByLearner,
} from '../../desktop/domain/course/progress.ts'
import { progressSchema } from '../../desktop/domain/course/record.ts'
import { attempt, event, progressAfter } from './learner-events.ts'

const place = { course: 'c', lesson: '01-x' }
const reset = (minute: number) => event('lesson.reset', minute, { ...place, scenarios: ['s'] })
const restored = (minute: number) => event('lesson.restored', minute, place)

describe('a lesson begun anew', () => {
  const before = [
    event('lesson.opened', 1, place),
    attempt('e', 2, true, 2),
    attempt('other', 3, true, 0, '02-y'),
    event('lesson.done', 4, place),
    event('scenario.played', 5, {
      ...{ course: 'c', scenario: 's', reached: true },
      ...{ help: 'hinted', mistakes: [] },
    }),
  ]

  it('is as though it had never been opened; the others stay', () => {
    const progress = progressAfter([...before, reset(6)])
    expect(progress).toMatchObject({ lessons: {}, scenarios: {} })
    expect(Object.keys(progress.exercises)).toEqual(['c/02-y#other'])
    expect(Object.keys(progress.aside)).toEqual(['c/01-x'])
  })

  it('has a first attempt again', () => {
    const progress = progressAfter([...before, reset(6), attempt('e', 7, false)])
    expect(progress.exercises['c/01-x#e']).toMatchObject({ attempts: 1, first: { correct: false } })
  })

  it('comes back whole, with what was done since', () => {
    const progress = progressAfter([...before, reset(6), attempt('e', 7, false), restored(8)])
    expect(progress).toEqual(progressAfter([...before, attempt('e', 7, false)]))
    expect(progress.aside).toEqual({})
  })

  it('changes nothing where nothing was done, or nothing was set aside', () => {
    expect(progressAfter([reset(1)])).toBe(noProgress)
    expect(progressAfter([restored(1)])).toBe(noProgress)
  })

  it('does not take the lesson whose name begins alike', () => {
    const alike = [attempt('e', 1, true, 0, '01-x2'), reset(2)]
    expect(Object.keys(progressAfter(alike).exercises)).toEqual(['c/01-x2#e'])
  })
})

const lessons = fc.constantFrom('01-x', '02-y')
const work: fc.Arbitrary<(minute: number) => RecordedEvent> = fc.oneof(
  fc
    .tuple(fc.constantFrom('e', 'f'), fc.boolean(), fc.integer({ min: 0, max: 4 }), lessons)
    .map(([exercise, correct, hints, lesson]) => {
      return (minute: number) => attempt(exercise, minute, correct, hints, lesson)
    }),
  fc.tuple(fc.constantFrom('lesson.opened' as const, 'lesson.done' as const), lessons).map(
    ([type, lesson]) =>
      (minute: number) =>
        event(type, minute, { course: 'c', lesson }),
  ),
  fc.tuple(lessons, fc.nat(30)).map(([lesson, part]) => {
    return (minute: number) =>
      event('lesson.place', minute, { course: 'c', lesson, part, text: `p${part}` })
  }),
  fc
    .tuple(fc.boolean(), fc.constantFrom('alone' as const, 'hinted' as const))
    .map(([reached, help]) => (minute: number) => {
      const data = { course: 'c', scenario: 's', reached, help, mistakes: reached ? [] : ['m'] }
      return event('scenario.played', minute, data)
    }),
  fc.boolean().map((knew) => (minute: number) => {
    return event('review.answered', minute, { ...place, exercise: 'e', knew })
  }),
)

describe('whatever happens', () => {
  it('resets at any time and a restore at the end come to nothing', () => {
    const history = fc.array(fc.oneof({ arbitrary: work, weight: 4 }, fc.constant(reset)))
    fc.assert(
      fc.property(history, (list) => {
        const events = list.map((make, minute) => make(minute))
        const without = events.filter(({ type }) => type !== 'lesson.reset')
        expect(progressAfter([...events, restored(99)])).toEqual(progressAfter(without))
      }),
    )
  })

  it('the state fits its schema, survives JSON, and is what replaying makes of it', () => {
    const history = fc.array(fc.oneof(work, fc.constant(reset), fc.constant(restored)))
    fc.assert(
      fc.property(history, fc.nat(), (list, cut) => {
        const events = list.map((make, minute) => make(minute))
        const whole = progressAfter(events)
        expect(progressSchema.parse(whole)).toEqual(whole)
        const at = events.length === 0 ? 0 : cut % events.length
        const half = JSON.parse(JSON.stringify(progressAfter(events.slice(0, at)))) as typeof whole
        const rest = events
          .slice(at)
          .reduce<ProgressByLearner>((state, one) => progressProjection.reduce(state, one), {
            ann: half,
          })
        expect(rest['ann']).toEqual(whole)
      }),
    )
  })

  it('events of unknown kinds, or of another shape, change nothing', () => {
    const strange = fc.record({
      type: fc.oneof(fc.string(), fc.constantFrom('toString', 'lesson.reset', 'exercise.checked')),
      at: fc.constant('2026-11-23T08:00:00.000Z'),
      by: fc.constant('ann'),
      data: fc.dictionary(fc.string(), fc.jsonValue()),
    })
    fc.assert(
      fc.property(fc.array(strange), (events) => {
        expect(progressAfter(events)).toBe(noProgress)
      }),
    )
  })
})
