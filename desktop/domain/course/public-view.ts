import type { Exercise } from './exercise.ts'
import type { Lesson, LessonBlock } from './lesson.ts'

/** A lesson's block as a learner may see it: nothing in it says which answer is right. */
export type PublicBlock =
  | Exclude<LessonBlock, { kind: 'exercise' | 'sql-demo' | 'scenario' }>
  | { readonly kind: 'sql-demo'; readonly sql: string }
  | { readonly kind: 'scenario'; readonly scenario: string }
  | {
      readonly kind: 'choice'
      readonly id: string
      readonly ask: string
      readonly multiple: boolean
      readonly options: string[]
    }
  | {
      readonly kind: 'sql'
      readonly id: string
      readonly ask: string
      readonly columns: string[]
      readonly starter: string
      readonly hints: string[]
      readonly halfWorked: string | null
    }

/** The blocks without answers; `Lesson` itself never leaves the host. */
export function publicBlocks(lesson: Lesson): PublicBlock[] {
  return lesson.blocks.map((block): PublicBlock => {
    switch (block.kind) {
      case 'exercise':
        return publicExercise(block.exercise)
      case 'sql-demo':
        return { kind: block.kind, sql: block.sql }
      case 'scenario':
        return { kind: block.kind, scenario: block.scenario }
      default:
        return block
    }
  })
}

function publicExercise(exercise: Exercise): PublicBlock {
  const { id, ask } = exercise
  if (exercise.kind === 'choice') {
    const options = exercise.options.map((option) => option.text)
    return { kind: 'choice', id, ask, multiple: exercise.multiple, options }
  }
  const { columns, starter, hints } = exercise
  const halfWorked = exercise['half-worked'] ?? null
  return { kind: 'sql', id, ask, columns, starter, hints, halfWorked }
}
