import type { MarkFinding, MarkOutcome } from '../../../../../../domain/course/mark/judge.ts'
import { overlaps, type Span } from '../../../../../../domain/course/mark/span.ts'

/** A part of a word that is drawn in one way. */
export interface Fragment extends Span {
  readonly marked: boolean
  readonly outcome: MarkOutcome | undefined
}

/** Cuts a piece of the text wherever a mark or a finding begins or ends inside it. */
export function fragments(
  piece: Span,
  marks: readonly Span[],
  findings: readonly MarkFinding[],
): Fragment[] {
  const near = [...marks, ...findings].filter((span) => overlaps(span, piece))
  const inside = near
    .flatMap(({ from, to }) => [from, to])
    .filter((at) => at > piece.from && at < piece.to)
  const cuts = [...new Set([piece.from, ...inside, piece.to])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => {
    const span = { from: cuts[index] ?? piece.from, to }
    return {
      ...span,
      marked: marks.some((mark) => overlaps(mark, span)),
      outcome: findings.find((finding) => overlaps(finding, span))?.outcome,
    }
  })
}

/** What of a verdict still holds after the marks were changed. */
export function stillHolds(finding: MarkFinding, marks: readonly Span[]): boolean {
  const touched = marks.some((mark) => overlaps(mark, finding))
  const whole = marks.some(({ from, to }) => from <= finding.from && finding.to <= to)
  switch (finding.outcome) {
    case 'found':
      return whole
    case 'part':
      return !whole
    case 'missed':
      return !touched
    default:
      return touched
  }
}
