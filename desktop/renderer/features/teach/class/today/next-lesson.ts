import type { ClassView } from '../../../../../contract/classroom.ts'
import type { CourseSummary } from '../../../../../contract/learn.ts'

interface Place {
  readonly course: string
  readonly lesson: string
}

/** Courses as a volunteer looks for them: those for elders first. */
export function forVolunteers(courses: readonly CourseSummary[]): CourseSummary[] {
  const order = { B: 0, C: 1, A: 2 }
  return courses
    .filter(({ lessons }) => lessons.length > 0)
    .toSorted((one, other) => order[one.track] - order[other.track])
}

/**
 * The lesson after the one that the class had last; the same again where it was the course's last,
 * and the first where it is no longer there or the class never met.
 */
export function nextPlace(
  courses: readonly CourseSummary[],
  sessions: ClassView['sessions'],
): Place | undefined {
  const last = sessions.find(({ lesson }) => lesson !== null)
  const before = courses.find(({ id }) => id === last?.course)
  const course = before ?? courses[0]
  if (!course) return undefined
  const at = before ? course.lessons.findIndex(({ id }) => id === last?.lesson) : -1
  const lesson = course.lessons[at + 1] ?? course.lessons.at(-1)
  return lesson && { course: course.id, lesson: lesson.id }
}
