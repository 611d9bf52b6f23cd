import { chartTable } from '../../../../../domain/course/kinds/chart-schema.ts'
import type { DataAnswer, DataView } from '../../../../../domain/course/data-exercise.ts'
import type { NewCell } from '../../../../../domain/notebook/arrange.ts'
import type { Cell, Notebook } from '../../../../../domain/notebook/notebook.ts'
import type { LessonView } from '../../../../../contract/learn.ts'

/** What the learner's own cell is called in a notebook. */
export const answerName = '我的答案'

/**
 * An answer by pointing as the cells of a notebook, the learner's last; of a task that begins with
 * nothing, a cell on the lesson's first table. None for kinds that are answered otherwise.
 */
export function answerCells(
  view: DataView,
  answer: DataAnswer | undefined,
  [dataset]: LessonView['datasets'],
): NewCell[] {
  const body = answer && 'cell' in answer ? answer.cell : ''
  if (view.kind === 'chart') {
    return [
      { kind: 'sql', name: chartTable, body: view.sql.trim() },
      { kind: 'chart', name: answerName, body },
    ]
  }
  if (view.kind !== 'query' && view.kind !== 'pivot') return []
  const begun = body.trim() === '' ? `from: ${dataset?.table ?? ''}` : body
  return [{ kind: view.kind, name: answerName, body: begun }]
}

/** The learner's cell; a broken one where its text cannot be read. */
export function answerCell({ blocks }: Notebook): Cell | undefined {
  return blocks.find((block): block is Cell => block.kind !== 'prose' && block.name === answerName)
}

/** Datasets, each once. */
export const datasetIds = (datasets: LessonView['datasets']): string[] => [
  ...new Set(datasets.map(({ id }) => id)),
]
