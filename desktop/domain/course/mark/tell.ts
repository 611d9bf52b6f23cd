import { scoreWords } from '../score-words.ts'
import type { MarkExercise } from './exercise.ts'
import type { MarkFinding, MarkJudgement } from './judge.ts'

/** What is said about the marks as a whole; each place has its own reason beside it. */
export interface Told {
  readonly message: string
  readonly notes: readonly string[]
}

/** Missed spans are told by their kinds, so that the learner may look for them once more. */
export function tellMarks(exercise: MarkExercise, judgement: MarkJudgement): Told {
  if (judgement.findings.every(({ outcome }) => outcome === 'missed')) {
    const of = judgement.of
    return { message: `还没有标出一处。这段文字里有 ${of} 处要标。`, notes: [] }
  }
  return {
    message: scoreWords(judgement, exercise.pass),
    notes: [...missedByKind(exercise, judgement), ...judgement.notes],
  }
}

function missedByKind({ text, labels, because }: MarkExercise, judgement: MarkJudgement): string[] {
  const missed = judgement.findings.filter(({ outcome }) => outcome === 'missed')
  const kindOf = ({ from, to }: MarkFinding) =>
    text.spans.find((span) => span.from === from && span.to === to)?.kind ?? ''
  const kinds = missed.map(kindOf)
  return [...new Set(kinds)].map((kind) => {
    const count = kinds.filter((each) => each === kind).length
    return `漏了 ${count} 处${labels[kind] ?? kind}。${because[kind] ?? ''}`
  })
}
