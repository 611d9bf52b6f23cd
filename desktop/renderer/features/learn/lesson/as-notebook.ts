import type { LessonView } from '../../../../contract/learn.ts'
import type { NewCell } from '../../../../domain/notebook/arrange.ts'
import { notebookOfCells } from '../../../../domain/notebook/of-cells.ts'
import { title } from '../../../app/i18n.svelte.ts'
import { href } from '../../../app/paths.ts'
import { t } from './data/messages.ts'

/** A notebook of the learner's own from cells of a lesson; it says where it comes from and is kept. */
export function asNotebook(lesson: LessonView, cells: readonly NewCell[]): string {
  const link = href('lesson', { course: lesson.course, lesson: lesson.lesson })
  const name = title(lesson.title)
  return notebookOfCells({
    title: t.notebookTitle(name),
    datasets: [...new Set(lesson.datasets.map((dataset) => dataset.id))],
    text: t.notebookText(name, link),
    cells,
  })
}

/** The id that such a notebook would like to have: short enough for a number at its end. */
export function wishedId({ course, lesson }: LessonView, part: string): string {
  const [number = ''] = lesson.split('-')
  return `${course}-${number}-${part}`.slice(0, 58).replace(/-+$/, '')
}
