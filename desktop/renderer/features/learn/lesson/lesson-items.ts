import type { Block } from '../../../../contract/learn.ts'
import { isOnData } from '../../../../domain/course/data-exercise.ts'
import { DataTask } from './data/data-task.ts'
import { ValueExercise } from './exercise/value-exercise.svelte.ts'
import type { LessonVisit } from './lesson-visit.ts'
import { SqlExercise } from './sql-exercise.svelte.ts'

/** What a lesson shows from top to bottom: its blocks, with the learner's work on the exercises. */
export type LessonItem =
  | Extract<Block, { kind: 'prose' | 'sql-demo' | 'scenario' | 'drill' }>
  | { readonly kind: 'card'; readonly text: string }
  | { readonly kind: 'value'; readonly exercise: ValueExercise }
  | { readonly kind: 'data'; readonly exercise: DataTask }
  | { readonly kind: 'sql'; readonly exercise: SqlExercise }

export function lessonItems(visit: LessonVisit, blocks: readonly Block[]): LessonItem[] {
  return blocks.flatMap((block): LessonItem[] => {
    if (isOnData(block)) return [{ kind: 'data', exercise: new DataTask(visit, block) }]
    switch (block.kind) {
      case 'sql':
        return [{ kind: 'sql', exercise: new SqlExercise(visit, block) }]
      case 'card':
        return [{ kind: 'card', text: block.text }]
      case 'volunteer':
      case 'handout':
      case 'speaker':
        return [] // for the teacher's papers
      case 'prose':
      case 'sql-demo':
      case 'scenario':
      case 'drill':
        return [block]
      default:
        return [{ kind: 'value', exercise: new ValueExercise(visit, block) }]
    }
  })
}

/** The SQL exercise to begin with: the first that is not passed, else the first. */
export function firstQuery(items: readonly LessonItem[]): string | undefined {
  const queries = items.flatMap((item) => (item.kind === 'sql' ? [item.exercise] : []))
  return (queries.find((query) => !query.passed) ?? queries[0])?.block.id
}
