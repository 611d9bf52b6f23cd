import type { Span } from './span.ts'

/** A piece of a text that a tap marks, or the punctuation and blanks between. */
export interface TextPiece extends Span {
  readonly text: string
  /** Whether there is anything in it to mark. */
  readonly word: boolean
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Cuts a text into words and what stands between; together they are the whole text. */
export function textPieces(text: string): TextPiece[] {
  return [...segmenter.segment(text)].map(({ segment, index }) => ({
    from: index,
    to: index + segment.length,
    text: segment,
    word: /[\p{L}\p{N}]/u.test(segment),
  }))
}

/** What holds the parts of a number or an address together: `139-1234-5678`, `3号楼#2`. */
const joint = /^[-—–_.·#@/]$/

/** The mark reaching one word further to the right, or to the left where no word follows directly. */
export function widened(pieces: readonly TextPiece[], mark: Span): Span {
  const next = beside(
    pieces,
    pieces.findIndex(({ from }) => from >= mark.to),
    1,
  )
  if (next) return { from: mark.from, to: next.to }
  const before = beside(
    pieces,
    pieces.findLastIndex(({ to }) => to <= mark.from),
    -1,
  )
  return before ? { from: before.from, to: mark.to } : mark
}

function beside(pieces: readonly TextPiece[], index: number, step: 1 | -1): TextPiece | undefined {
  const piece = pieces[index]
  if (!piece || piece.word) return piece
  const further = joint.test(piece.text) ? pieces[index + step] : undefined
  return further?.word ? further : undefined
}
