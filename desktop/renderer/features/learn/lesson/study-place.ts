import type { StudyPlace } from '../../../../domain/course/study.ts'
import type { LessonItem } from './lesson-items.ts'
import type { Place } from './tasks.ts'

/** Where a note or a bookmark can be put: a part of the text that has a heading, or a task. */
export function studyPlace(place: Place, item: LessonItem): StudyPlace | undefined {
  if (item.kind === 'prose') {
    const heading = /^#{1,4} +(.+?)[ \t]*$/m.exec(item.text)?.[1]
    return heading === undefined
      ? undefined
      : { ...place, part: heading.slice(0, 80), heading: heading.slice(0, 120) }
  }
  if (!('exercise' in item)) return undefined
  const { id, ask } = item.exercise.block
  return { ...place, part: `task-${id}`, heading: plain(ask) }
}

const plain = (markdown: string) => {
  const [line = ''] = markdown.replaceAll(/\]\([^)]*\)|[*`[]/g, '').split('\n')
  return line.length > 40 ? `${line.slice(0, 40)}……` : line
}

/** The element of a place in a lesson: the task of that id, else the heading of those words. */
export function placeElement(root: HTMLElement, part: string): HTMLElement | undefined {
  const task = document.getElementById(part)
  if (task && root.contains(task)) return task
  const headings = [...root.querySelectorAll<HTMLElement>('h1, h2, h3, h4')]
  return headings.find((heading) => heading.textContent.trim() === part)
}
