import { describe, expect, it } from 'vitest'
import type { CourseSummary } from '../../desktop/contract/learn.ts'
import { noProgress } from '../../desktop/domain/course/progress.ts'
import {
  courseMinutes,
  lessonAfter,
  lessonStatus,
} from '../../desktop/renderer/features/learn/courses/course-progress.ts'

const titles = { zh: '课', en: 'Lesson' }
const course: CourseSummary = {
  id: 'a4',
  track: 'A',
  title: titles,
  summary: titles,
  lessons: [
    { id: '01-a', title: titles, minutes: 12, datasets: [] },
    { id: '02-b', title: titles, minutes: 10, datasets: [] },
  ],
}

describe('a course in the list', () => {
  it('takes the minutes of its lessons', () => {
    expect(courseMinutes(course)).toBe(22)
    expect(courseMinutes({ ...course, lessons: [] })).toBe(0)
  })

  it('knows the lesson after another', () => {
    expect(lessonAfter(course, '01-a')?.id).toBe('02-b')
    expect(lessonAfter(course, '02-b')).toBeUndefined()
    expect(lessonAfter(course, 'gone')).toBeUndefined()
  })

  it('tells how each lesson stands', () => {
    const lessons = {
      'a4/01-a': { openedAt: '1', doneAt: '2', place: null, touched: 1 },
      'a4/02-b': { openedAt: '1', doneAt: null, place: null, touched: 2 },
    }
    const status = (lesson: string) => lessonStatus('a4', lesson, { ...noProgress, lessons })
    expect([status('01-a'), status('02-b'), status('03-c')]).toEqual(['done', 'opened', 'new'])
  })
})
