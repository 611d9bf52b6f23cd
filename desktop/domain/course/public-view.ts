import { exerciseView } from './exercise-view.ts'
import type { ExerciseView } from './exercise.ts'
import type { Lesson, LessonBlock } from './lesson.ts'

/** A lesson's block as a learner may see it: nothing in it says which answer is right. */
export type PublicBlock =
  | Exclude<LessonBlock, { kind: 'exercise' | 'sql-demo' | 'scenario' | 'drill' }>
  | { readonly kind: 'sql-demo'; readonly sql: string }
  | { readonly kind: 'scenario'; readonly scenario: string }
  | { readonly kind: 'drill'; readonly schemes: string[] }
  | ExerciseView

/**
 * The blocks without answers; `Lesson` itself never leaves the host. Exercises of a test's form are
 * no part of the lesson's run.
 */
export function publicBlocks({ blocks }: Pick<Lesson, 'blocks'>): PublicBlock[] {
  return blocks.flatMap((block): PublicBlock[] => {
    switch (block.kind) {
      case 'exercise':
        return block.exercise.form === undefined ? [exerciseView(block.exercise)] : []
      case 'sql-demo':
        return [{ kind: block.kind, sql: block.sql }]
      case 'scenario':
        return [{ kind: block.kind, scenario: block.scenario }]
      case 'drill':
        return [{ kind: block.kind, schemes: [...block.schemes] }]
      default:
        return [block]
    }
  })
}
