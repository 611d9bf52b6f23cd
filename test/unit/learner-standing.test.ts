import { describe, expect, it } from 'vitest'
import { mayBeSkipped, reviewCandidates, standings } from '../../desktop/domain/course/standing.ts'
import { attempt, event, progressAfter } from './learner-events.ts'
import { outline } from './learner-outline.ts'

const standing = (id: string, ...events: Parameters<typeof progressAfter>[0]) =>
  standings(outline, progressAfter(events)).find((one) => one.id === id)

describe('where a learner stands', () => {
  it('follows first attempts in lessons and tests alike, of this objective', () => {
    const told = standing('count', attempt('e', 1, true), attempt('qa', 2, true, 0, 'test'))
    expect(told?.mastery).toMatchObject({ state: 'learning', right: 2, seen: 2, of: 4, needed: 3 })
    expect(standing('filter', attempt('e', 1, true))?.mastery.state).toBe('new')
  })

  it('does not count a second try', () => {
    const told = standing('count', attempt('e', 1, false), attempt('e', 2, true))
    expect(told?.mastery).toMatchObject({ right: 0, seen: 1 })
  })

  it('counts what the task shows of itself as help', () => {
    const told = standing('filter', attempt('h', 1, true, 0, '02-y'))
    expect(told?.mastery).toMatchObject({ state: 'mastered', help: 'hinted' })
  })

  it('takes a question that was passed over for one not known', () => {
    const skipped = event('exercise.skipped', 1, { course: 'c', lesson: 'test', exercise: 'qa' })
    expect(standing('count', skipped)).toMatchObject({ tested: false, mastery: { seen: 1 } })
  })

  it('believes the later test', () => {
    const first = attempt('qa', 1, true, 0, 'test')
    expect(standing('count', first)?.tested).toBe(true)
    expect(standing('count', first, attempt('qb', 2, false, 0, 'test'))?.tested).toBe(false)
  })

  it('offers to pass over a lesson of which all is known', () => {
    const all = standings(outline, progressAfter([attempt('qa', 1, true, 0, 'test')]))
    expect(outline.lessons.map((lesson) => mayBeSkipped(lesson, all))).toEqual([true, false])
    expect(mayBeSkipped({ objectives: [] }, all)).toBe(false)
  })
})

describe('candidates for review', () => {
  it('are what was once right in a lesson', () => {
    const progress = progressAfter([
      ...[attempt('e', 1, true), attempt('f', 2, false), attempt('qa', 3, true, 0, 'test')],
      attempt('gone', 4, true),
    ])
    expect(reviewCandidates(outline, progress).map(({ key }) => key)).toEqual(['c/01-x#e'])
  })
})
