import { describe, expect, it } from 'vitest'
import type { CourseSummary, Progress } from '../../desktop/contract/learn.ts'
import { noProgress } from '../../desktop/domain/course/progress.ts'
import { nextLesson, partOfDay } from '../../desktop/renderer/features/home/today.ts'

const titles = { zh: '题', en: 'Title' }
const course = (id: string, ...lessons: string[]): CourseSummary => ({
  ...{ id, track: 'A', title: titles, summary: titles },
  lessons: lessons.map((lesson) => ({ id: lesson, title: titles, minutes: 10, datasets: [] })),
})
const courses = [course('a1', '01', '02'), course('b1', '01', '02')]

const progress = (lessons: Progress['lessons']): Progress => ({
  ...{ ...noProgress, lessons },
})
/** `day` is the order in which lessons were worked on; the clock may say otherwise. */
const opened = (day: number, done = false, clock = day) => ({
  place: null,
  touched: day,
  openedAt: `2026-11-0${clock}T08:00:00Z`,
  doneAt: done ? `2026-11-0${clock}T08:20:00Z` : null,
})

function found(lessons: Progress['lessons']) {
  const next = nextLesson(courses, progress(lessons))
  return (
    next && { at: `${next.course.id}/${next.lesson.id}`, started: next.started, done: next.done }
  )
}

describe('the lesson to go on with', () => {
  it('is the first one for a new learner', () => {
    expect(found({})).toEqual({ at: 'a1/01', started: false, done: 0 })
    expect(nextLesson(courses)?.lesson.id).toBe('01')
  })
  it('is the one opened last and not done', () => {
    expect(found({ 'a1/01': opened(1), 'b1/02': opened(2) })).toEqual({
      ...{ at: 'b1/02', started: true, done: 0 },
    })
  })
  it('is the one opened last, also after the clock was set back', () => {
    expect(found({ 'a1/01': opened(1, false, 9), 'b1/02': opened(2, false, 1) })?.at).toBe('b1/02')
  })
  it('is the next one of the course worked on last, when all that was opened is done', () => {
    expect(found({ 'a1/01': opened(1, true), 'b1/01': opened(2, true) })).toEqual({
      ...{ at: 'b1/02', started: false, done: 1 },
    })
  })
  it('prefers a lesson that was opened to a newer course that was not', () => {
    expect(found({ 'a1/01': opened(1), 'b1/01': opened(2, true) })?.at).toBe('a1/01')
  })
  it('is none when all are done', () => {
    const all = Object.fromEntries(
      courses.flatMap(({ id, lessons }) =>
        lessons.map((lesson) => [`${id}/${lesson.id}`, opened(1, true)]),
      ),
    )
    expect(found(all)).toBeUndefined()
  })
  it('ignores progress on lessons that are no longer there', () => {
    expect(found({ 'old/01': opened(9) })?.at).toBe('a1/01')
  })
})

it.each([
  [0, 'evening'],
  [5, 'morning'],
  [10, 'morning'],
  [11, 'noon'],
  [13, 'afternoon'],
  [17, 'afternoon'],
  [18, 'evening'],
  [23, 'evening'],
])('greets %i o’clock with %s', (hour, part) => {
  expect(partOfDay(hour)).toBe(part)
})
