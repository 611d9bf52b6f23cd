import { segment, type Segment } from './segment.ts'

/** A word to index or to look for. */
export interface Term {
  readonly text: string
  /** `part`: inside a longer word. `single`: one Chinese character that is no word by itself. */
  readonly kind: 'word' | 'part' | 'single'
}

/** A run of Chinese (radicals such as ⺀ are signs, no letters), or of letters and digits of any other script. */
const runs = /(?:(?=[\p{L}\p{N}])\p{Script=Han})+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu
const isHan = /^\p{Script=Han}/u

/** Nobody looks for longer words, and an index of them would be all edges. */
const longestWord = 64

/**
 * The terms of a text, in its order: full-width forms folded, Latin letters lower case. Where the
 * segmenter leaves single characters side by side, each neighbouring pair is a word as well, so that
 * a word unknown to it (工·单) is found all the same.
 */
export function termsOf(text: string): Term[] {
  const folded = text.normalize('NFKC').toLowerCase()
  return (folded.match(runs) ?? []).flatMap((run) =>
    isHan.test(run) ? chinese(segment(run)) : [word(run.slice(0, longestWord))],
  )
}

const word = (text: string): Term => ({ text, kind: 'word' })

function chinese(segments: readonly Segment[]): Term[] {
  return segments.flatMap(({ word: text, parts }, index) => {
    if (!isSingle(text))
      return [word(text), ...parts.map((part): Term => ({ text: part, kind: 'part' }))]
    const next = segments[index + 1]?.word ?? ''
    const single: Term = { text, kind: 'single' }
    return isSingle(next) ? [single, word(text + next)] : [single]
  })
}

/** One character, which beyond the basic plane is two UTF-16 units. */
export function isSingle(text: string): boolean {
  return text.length > 0 && text.length === String.fromCodePoint(text.codePointAt(0) ?? 0).length
}
