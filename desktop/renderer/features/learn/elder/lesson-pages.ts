import { takeHeading } from '../lesson/heading.ts'
import { type LessonItem, lessonItems } from '../lesson/lesson-items.ts'
import type { LessonVisit } from '../lesson/lesson-visit.ts'

export interface LessonPages {
  readonly heading: string | undefined
  readonly pages: readonly LessonItem[]
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

/**
 * Each exercise, practice and card by itself, and the text broken at its headings, so that nobody
 * has to look for the place where one was.
 */
export function lessonPages(items: readonly LessonItem[]): LessonItem[] {
  return items.flatMap((item): LessonItem[] =>
    item.kind === 'prose' ? sections(item.text).map((text) => ({ ...item, text })) : [item],
  )
}

const sections = (text: string): string[] =>
  text
    .split(/^(?=##? )/m)
    .map((section) => section.trim())
    .filter((section) => section !== '')
