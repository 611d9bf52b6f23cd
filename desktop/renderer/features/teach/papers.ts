import type { Block, LessonView } from '../../../contract/learn.ts'

export const paperKinds = ['volunteer', 'speaker', 'handout', 'card'] as const
export type PaperKind = (typeof paperKinds)[number]

/** One of the papers that a lesson's single source makes; its parts are Markdown. */
export interface Paper {
  readonly kind: PaperKind
  readonly parts: readonly string[]
}

const partOf = (kind: PaperKind) => (block: Block) => (block.kind === kind ? [block.text] : [])

/** The lesson's papers in the order a teacher uses them; only those that have something on them. */
export function papersOf(lesson: LessonView): readonly Paper[] {
  return paperKinds
    .map((kind) => ({ kind, parts: lesson.blocks.flatMap(partOf(kind)) }))
    .filter(({ parts }) => parts.length > 0)
}
