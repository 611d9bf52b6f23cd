import type { LessonPlan } from './plan.ts'
import type { StageBlock, StageShow } from './stage-show.ts'

/** What the one who leads the lesson reads and the class does not see. */
export interface StageNote {
  /** To be said; how to lead this part; to prepare; where people get stuck; to keep in mind; short of time; the rest. */
  readonly kind: 'say' | 'lead' | 'prepare' | 'stuck' | 'never' | 'short' | 'other'
  /** Markdown. */
  readonly texts: readonly string[]
}

/** The speaker's notes on the whole lesson: those behind all that is shown, or before it. */
export function wholeSpeech(blocks: readonly StageBlock[]): string[] {
  const first = blocks.findIndex(({ kind }) => !isNote(kind))
  const last = blocks.findLastIndex(({ kind }) => !isNote(kind))
  return blocks.flatMap((block, at) =>
    block.kind === 'speaker' && (at < first || at > last) ? [block.text.trim()] : [],
  )
}

/** The speaker's notes that stand right behind a block are of that block. */
export function speechBehind(blocks: readonly StageBlock[], at: number): string[] {
  const rest = blocks.slice(at + 1)
  const next = rest.findIndex(({ kind }) => !isNote(kind))
  // behind the last one they are of the whole lesson
  return rest
    .slice(0, Math.max(0, next))
    .flatMap((block) => (block.kind === 'speaker' ? [block.text.trim()] : []))
}

const isNote = (kind: string): boolean => ['speaker', 'volunteer', 'handout'].includes(kind)

/** What of a plan helps at a page. */
export function planNotes({ kind }: StageShow, plan: LessonPlan): StageNote[] {
  const others = plan.other.flatMap(({ heading, entries }) => [
    ...(heading === '' ? [] : [`**${heading}**`]),
    ...entries,
  ])
  const all: readonly StageNote[] = [
    { kind: 'prepare', texts: kind === 'title' ? plan.prepare : [] },
    { kind: 'stuck', texts: ['phone', 'practice', 'question'].includes(kind) ? plan.stuck : [] },
    { kind: 'never', texts: kind === 'practice' || kind === 'title' ? plan.never : [] },
    { kind: 'short', texts: kind === 'title' || kind === 'practice' ? plan.short : [] },
    { kind: 'other', texts: kind === 'title' ? others : [] },
  ]
  return all.filter(({ texts }) => texts.length > 0)
}
