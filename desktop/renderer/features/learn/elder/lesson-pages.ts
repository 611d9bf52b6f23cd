import type { LessonItem } from '../lesson/lesson-items.ts'

/** What stands on one page. */
export type LessonPage = readonly LessonItem[]

/** So few characters lead into what follows, and get no page of their own. */
const leadIn = 90

/**
 * Each exercise, practice and card by itself, and the text broken at its headings, so that nobody
 * has to look for the place where one was. A heading or a sentence that leads in stays with what it
 * leads into.
 */
export function lessonPages(items: readonly LessonItem[]): LessonPage[] {
  const parts = items.flatMap((item): LessonItem[] =>
    item.kind === 'prose' ? sections(item.text).map((text) => ({ ...item, text })) : [item],
  )
  return parts.reduce<LessonPage[]>((pages, part) => {
    const last = pages.at(-1)
    return last?.every(isLeadIn) && part.kind !== 'prose'
      ? [...pages.slice(0, -1), [...last, part]]
      : [...pages, [part]]
  }, [])
}

const isLeadIn = (item: LessonItem) => item.kind === 'prose' && item.text.length <= leadIn

const sections = (text: string): string[] =>
  text
    .split(/^(?=##? )/m)
    .map((section) => section.trim())
    .filter((section) => section !== '')
