import type { CourseSummary, Progress } from '../../../../contract/learn.ts'
import { lessonKey } from '../lesson/tasks.ts'

export type LessonSummary = CourseSummary['lessons'][number]
export type LessonStatus = 'new' | 'opened' | 'done'

export function lessonStatus(course: string, lesson: string, progress: Progress): LessonStatus {
  const record = progress.lessons[lessonKey({ course, lesson })]
  if (!record) return 'new'
  return record.doneAt ? 'done' : 'opened'
}

/** Minutes of the whole course. */
export function courseMinutes(course: CourseSummary): number {
  return course.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
}

/** The lesson after this one in its course. */
export function lessonAfter(course: CourseSummary, lesson: string): LessonSummary | undefined {
  const index = course.lessons.findIndex(({ id }) => id === lesson)
  return index < 0 ? undefined : course.lessons[index + 1]
}
