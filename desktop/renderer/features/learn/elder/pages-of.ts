import { takeHeading } from '../lesson/heading.ts'
import { lessonItems } from '../lesson/lesson-items.ts'
import type { LessonVisit } from '../lesson/lesson-visit.ts'
import { type LessonPage, lessonPages } from './lesson-pages.ts'

export interface LessonPages {
  readonly heading: string | undefined
  readonly pages: readonly LessonPage[]
}

/** The pages of an elders' lesson; the cadres' have tables and queries that no page has room for. */
export function pagesOf(visit: LessonVisit): LessonPages | undefined {
  if (visit.course?.track !== 'B') return undefined
  const { heading, blocks } = takeHeading(visit.lesson.blocks)
  return { heading, pages: lessonPages(lessonItems(visit, blocks)) }
}
