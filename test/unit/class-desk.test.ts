import { describe, expect, it } from 'vitest'
import type { ClassView } from '../../desktop/contract/classroom.ts'
import type { CourseSummary } from '../../desktop/contract/learn.ts'
import { findPeople } from '../../desktop/renderer/features/teach/class/find-person.ts'
import { columnsOf, stepTo } from '../../desktop/renderer/features/teach/class/grid-keys.ts'
import { alikeIn, renewed } from '../../desktop/renderer/features/teach/class/roster/alike.ts'
import {
  forVolunteers,
  nextPlace,
} from '../../desktop/renderer/features/teach/class/today/next-lesson.ts'

const titles = { zh: '题', en: 'Title' }
const course = (id: string, track: 'A' | 'B' | 'C', ...lessons: string[]): CourseSummary => ({
  ...{ id, track, title: titles, summary: titles },
  lessons: lessons.map((lesson) => ({ id: lesson, title: titles, minutes: 10, datasets: [] })),
})
const courses = forVolunteers([
  course('a1', 'A', '01'),
  course('c1', 'C', '01'),
  course('empty', 'B'),
  course('b1', 'B', '01', '02'),
])
const session = (of: string | null, lesson: string | null): ClassView['sessions'][number] => ({
  ...{ id: `${of}`, class: 'c', course: of, lesson, begunAt: '', endedAt: '', came: 0 },
})

describe('the lesson of a class', () => {
  it('is chosen from the courses for elders first', () => {
    expect(courses.map(({ id }) => id)).toEqual(['b1', 'c1', 'a1'])
  })

  it.each([
    ['the first, for a class that never met', [], 'b1', '01'],
    ['the one after the last', [session('b1', '01')], 'b1', '02'],
    ['the last again at the end of a course', [session('b1', '02')], 'b1', '02'],
    ['after the last that had a lesson', [session(null, null), session('b1', '01')], 'b1', '02'],
    ['the first, where the course is gone', [session('gone', '01')], 'b1', '01'],
    ['the first, where the lesson is gone', [session('b1', 'gone')], 'b1', '01'],
  ])('is %s', (_, sessions, of, lesson) => {
    expect(nextPlace(courses, sessions)).toEqual({ course: of, lesson })
  })

  it('is none where there are no courses', () => {
    expect(nextPlace([], [])).toBeUndefined()
  })
})

describe('pictures of a class', () => {
  const person = (id: string, name: string, picture: string) => ({ id, name, picture })
  const people = [
    person('a', '王秀兰', 'plum'),
    person('b', '李桂香', 'plum'),
    person('c', '张建国', 'mountain'),
    person('d', '赵刚', 'plum'),
  ]

  it('are given anew to those who came later with the same', () => {
    expect(alikeIn(people).map(({ id }) => id)).toEqual(['b', 'd'])
    const others = [...people, person('e', '李桂香', 'water')]
    expect(renewed(people, others)).toEqual([
      person('b', '李桂香', 'cloud'),
      person('d', '赵刚', 'water'),
    ])
    expect(renewed(people.slice(2), people)).toEqual([])
  })

  it('find their people, as names do', () => {
    const found = (typed: string) => findPeople(people, typed).map(({ id }) => id)
    expect(found('mh')).toEqual(['a', 'b', 'd'])
    expect(found('山')).toEqual(['c'])
    expect(found('zg')).toEqual(['d'])
    expect(found('没有')).toEqual([])
  })
})

describe('cards in rows', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 0, undefined],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 5, undefined],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, undefined],
    ['Home', 4, 0],
    ['End', 0, 6],
    ['a', 0, undefined],
  ])('%s leads from %i to %s', (key, at, to) => {
    expect(stepTo(key, at, 7, 3)).toBe(to)
  })

  it('are counted by where they stand', () => {
    const at = (...tops: number[]) => tops.map((offsetTop) => ({ offsetTop }) as HTMLElement)
    expect(columnsOf(at(0, 0, 0, 90, 90))).toBe(3)
    expect(columnsOf(at(0, 0))).toBe(2)
    expect(columnsOf([])).toBe(0)
  })
})
