import type { Block, LessonView } from '../../../../contract/learn.ts'

/** A lesson's papers in the order a teacher uses them. */
const paperKinds = ['plan', 'handout', 'card', 'practice'] as const
export type PaperKind = (typeof paperKinds)[number]

/** Those that have something on them; every lesson can be planned. */
export function papersOf({ blocks }: Pick<LessonView, 'blocks'>): PaperKind[] {
  const has = (...kinds: readonly Block['kind'][]) =>
    blocks.some(({ kind }) => kinds.includes(kind))
  const found = {
    plan: true,
    handout: has('handout'),
    card: has('card', 'scenario'),
    practice: blocks.some(isPractice),
  }
  return paperKinds.filter((kind) => found[kind])
}

const shown: readonly Block['kind'][] = [
  'prose',
  'volunteer',
  'handout',
  'speaker',
  'card',
  'sql-demo',
]

/** Whether a learner does something there. */
export const isPractice = ({ kind }: Block): boolean => !shown.includes(kind)

/** The texts of a part of the lesson, Markdown. */
export function textsOf(
  { blocks }: Pick<LessonView, 'blocks'>,
  wanted: 'handout' | 'card' | 'speaker',
) {
  return blocks.flatMap((block) => (block.kind === wanted ? [block.text] : []))
}
