import type { CourseSummary, Progress } from '../../../contract/learn.ts'
import { noProgress } from '../../../domain/course/progress.ts'

type Lesson = CourseSummary['lessons'][number]

/** The lesson to go on with. */
export interface NextLesson {
  readonly course: CourseSummary
  readonly lesson: Lesson
  /** Opened before and not done. */
  readonly started: boolean
  /** Of the course's lessons. */
  readonly done: number
}

/**
 * The lesson worked on last (whatever the clock said) and not done; else the first one not done of the course worked on last,
 * or of the first course. `undefined` when everything is done.
 */
export function nextLesson(
  courses: readonly CourseSummary[],
  progress: Progress = noProgress,
): NextLesson | undefined {
  const open = courses.flatMap((course) => {
    const record = (lesson: Lesson) => progress.lessons[`${course.id}/${lesson.id}`]
    const done = course.lessons.filter((lesson) => record(lesson)?.doneAt).length
    const last = Math.max(-1, ...course.lessons.map((lesson) => record(lesson)?.touched ?? -1))
    return course.lessons
      .filter((lesson) => !record(lesson)?.doneAt)
      .map((lesson) => ({ course, lesson, done, last, touched: record(lesson)?.touched ?? -1 }))
  })
  // sorting is stable: what was never opened keeps the order of courses and lessons
  const [next] = open.sort((a, b) => b.touched - a.touched || b.last - a.last)
  return (
    next && {
      course: next.course,
      lesson: next.lesson,
      done: next.done,
      started: next.touched >= 0,
    }
  )
}

/** The greeting's key for an hour of 0 to 23. */
export function partOfDay(hour: number): 'morning' | 'noon' | 'afternoon' | 'evening' {
  if (hour < 5 || hour >= 18) return 'evening'
  if (hour < 11) return 'morning'
  return hour < 13 ? 'noon' : 'afternoon'
}
