import type { SessionHead } from '../../contract/session-report.ts'
import type { Classroom } from '../../domain/classroom/record.ts'
import type { LessonOf } from './lesson-facts.ts'
import { classOf, sessionOf } from './views.ts'

export function sessionHead(
  room: Classroom,
  session: string,
  lesson: LessonOf | undefined,
): SessionHead {
  const { class: of, course, lesson: id, begunAt, endedAt } = sessionOf(room, session)
  return {
    ...{ session, class: of, classTitle: classOf(room, of).title },
    ...{ course, lesson: id, lessonTitle: lesson?.title ?? null, begunAt, endedAt },
  }
}
