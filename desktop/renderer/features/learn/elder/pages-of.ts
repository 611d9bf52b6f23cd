import { takeHeading } from '../lesson/heading.ts'
import { type LessonItem, lessonItems } from '../lesson/lesson-items.ts'
import type { LessonVisit } from '../lesson/lesson-visit.ts'
import { type LessonPage, lessonPages } from './lesson-pages.ts'

export interface LessonPages {
  readonly heading: string | undefined
  readonly pages: readonly LessonPage[]
}

/** The pages of a visit's lesson; nothing where queries need more room than a page has. */
export function pagesOf(visit: LessonVisit): LessonPages | undefined {
  const { heading, blocks } = takeHeading(visit.lesson.blocks)
  const items = lessonItems(visit, blocks)
  return items.some(({ kind }) => needsRoom.has(kind))
    ? undefined
    : { heading, pages: lessonPages(items) }
}

const needsRoom: ReadonlySet<LessonItem['kind']> = new Set(['sql', 'data', 'sql-demo'] as const)
