import type { Block } from '../../../../contract/learn.ts'
import { paperKinds, type PaperExercise } from '../../../../domain/classroom/answer-key.ts'
import { isPractice } from './paper-kinds.ts'

/** An exercise that can be done with a pencil. */
export type PaperTask = Extract<Block, { kind: PaperExercise }>
/** One that wants a screen. */
type ScreenTask = Exclude<
  Block,
  | PaperTask
  | {
      kind:
        'prose' | 'volunteer' | 'handout' | 'speaker' | 'card' | 'sql-demo' | 'scenario' | 'drill'
    }
>

const isPaperTask = (block: Block): block is PaperTask =>
  (paperKinds as readonly string[]).includes(block.kind)

const isScreenTask = (block: Block): block is ScreenTask =>
  isPractice(block) && !isPaperTask(block) && block.kind !== 'scenario' && block.kind !== 'drill'

export const paperTasks = (blocks: readonly Block[]): PaperTask[] => blocks.filter(isPaperTask)
export const screenTasks = (blocks: readonly Block[]): ScreenTask[] => blocks.filter(isScreenTask)
