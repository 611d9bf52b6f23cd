import { segment } from '../search/segment.ts'
import { isSingle } from '../search/terms.ts'

/** Full-width forms as plain ones, Latin letters lower case. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** A word that was asked for: found as it stands, or else by all of its parts. */
interface Wanted {
  readonly whole: string
  readonly parts: readonly string[]
}

/** No more is read of what somebody pastes into the box. */
const longest = 200

/** Tells of a text folded by `foldText` whether every word of the question is somewhere in it. */
export function wantedIn(question: string): (folded: string) => boolean {
  const words = foldText(question.slice(0, longest)).split(/\s+/).filter(Boolean).map(wanted)
  return (folded) =>
    words.every(
      ({ whole, parts }) => folded.includes(whole) || parts.every((part) => folded.includes(part)),
    )
}

function wanted(whole: string): Wanted {
  return { whole, parts: /^\p{Script=Han}{2,}$/u.test(whole) ? partsOf(whole) : [whole] }
}

/** The words of a run of Chinese; single characters side by side stay together (王·庄·社区: 王庄, 社区). */
function partsOf(run: string): string[] {
  const parts: string[] = []
  let open = false
  for (const { word } of segment(run)) {
    const single = isSingle(word)
    if (single && open) parts.push((parts.pop() ?? '') + word)
    else parts.push(word)
    open = single
  }
  return parts
}
