import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../desktop/domain/course/learning-events.ts'
import { progressProjection, type ProgressByLearner } from '../../desktop/domain/course/progress.ts'
import { progressSchema } from '../../desktop/domain/course/record.ts'

const after = (...events: RecordedEvent[]): ProgressByLearner =>
  events.reduce(
    (state, event) => progressProjection.reduce(state, event),
    progressProjection.initial,
  )

const at = (minute: number) => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`
const place = { course: 'c', lesson: '01-x' }
const attempt = (minute: number, correct: boolean, hints: number, by = 'ann'): RecordedEvent => ({
  type: 'exercise.checked',
  at: at(minute),
  by,
  data: { ...place, exercise: 'e', correct, code: correct ? 'ok' : 'rows', hints },
})
const run = (reached: boolean, help: string, mistakes: string[]): RecordedEvent => ({
  type: 'scenario.played',
  at: at(1),
  by: 'ann',
  data: { course: 'c', scenario: 's', reached, help, mistakes },
})

describe('progress', () => {
  it('keeps when a lesson was first opened and first done', () => {
    const event = (type: string, minute: number) => ({
      type,
      at: at(minute),
      by: 'ann',
      data: place,
    })
    const events = [
      event('lesson.opened', 1),
      event('lesson.done', 5),
      event('lesson.opened', 9),
      event('lesson.done', 12),
    ]
    expect(after(...events)['ann']?.lessons).toEqual({
      'c/01-x': { openedAt: at(1), doneAt: at(5), place: null, touched: 3 },
    })
  })

  it('counts attempts; what was once right stays right', () => {
    const state = after(attempt(1, false, 2), attempt(2, true, 1), attempt(3, false, 0))
    expect(state['ann']?.exercises).toEqual({
      'c/01-x#e': {
        ...{ attempts: 3, correct: true, hints: 2, lastAt: at(3) },
        first: { nth: 0, at: at(1), correct: false, hints: 2 },
      },
    })
  })

  it('keeps learners apart', () => {
    const state = after(attempt(1, true, 0), attempt(2, false, 0, 'bo'))
    expect(state['ann']?.exercises['c/01-x#e']?.correct).toBe(true)
    expect(state['bo']?.exercises['c/01-x#e']?.correct).toBe(false)
  })

  it('keeps the best run of a scenario and all its mistakes', () => {
    const state = after(
      run(false, 'alone', ['x']),
      run(true, 'shown', ['x', 'x']),
      run(true, 'hinted', []),
    )
    expect(state['ann']?.scenarios).toEqual({
      'c/s': { runs: 3, best: 'hinted', mistakes: 3, lastAt: at(1) },
    })
  })

  it('does not count an unfinished run as its best', () => {
    expect(after(run(false, 'alone', []))['ann']?.scenarios['c/s']?.best).toBeNull()
  })

  it.each<[string, RecordedEvent]>([
    ['nobody’s', { type: 'lesson.opened', at: at(1), data: place }],
    ['another kind', { type: 'person.added', at: at(1), by: 'ann', data: {} }],
    ['broken', { type: 'exercise.checked', at: at(1), by: 'ann', data: { course: 3 } }],
  ])('is left alone by an event that is %s', (_, event) => {
    expect(progressProjection.reduce(progressProjection.initial, event)).toBe(
      progressProjection.initial,
    )
  })

  it('always fits its schema and never takes back what was reached', () => {
    const attempts = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(attempts, (list) => {
        const state = after(
          ...list.map(([correct, hints], minute) => attempt(minute, correct, hints)),
        )
        const progress = progressSchema.parse(state['ann'])
        const entry = progress.exercises['c/01-x#e']
        expect(entry?.attempts).toBe(list.length)
        expect(entry?.correct).toBe(list.some(([correct]) => correct))
      }),
    )
  })
})
