/** A list of words that can be asked for at a place of a text. */
export interface Lexicon {
  /** The length of the longest word that begins here; 0 where none does. */
  after: (text: string, at: number) => number
  /** The length of the longest word that ends here. */
  before: (text: string, at: number) => number
}

/** Words that begin, or end, with one sign: whether it is one itself, and the others by the sign beside. */
interface Group {
  isWord: boolean
  readonly longer: Map<number, string[]>
}

/** Words apart by spaces. */
export function lexicon(words: string): Lexicon {
  const all = [...new Set(words.split(/\s+/).filter((word) => word !== ''))].sort(
    (a, b) => b.length - a.length,
  )
  const byFirst = grouped(all, (word, at) => word.charCodeAt(at))
  const byLast = grouped(all, (word, at) => word.charCodeAt(word.length - 1 - at))
  return {
    after(text, at) {
      const group = byFirst[text.charCodeAt(at)]
      if (group === undefined) return 0
      for (const word of group.longer.get(text.charCodeAt(at + 1)) ?? none) {
        if (word.length === 2 || text.startsWith(word, at)) return word.length
      }
      return group.isWord ? 1 : 0
    },
    before(text, at) {
      const group = byLast[text.charCodeAt(at - 1)]
      if (group === undefined) return 0
      for (const word of group.longer.get(text.charCodeAt(at - 2)) ?? none) {
        const start = at - word.length
        if (word.length === 2 || (start >= 0 && text.startsWith(word, start))) return word.length
      }
      return group.isWord ? 1 : 0
    },
  }
}

const none: readonly string[] = []

/** Words by two signs' codes: an array first, since it is asked for at almost every sign of a text. */
function grouped(words: readonly string[], key: (word: string, at: number) => number) {
  const groups: (Group | undefined)[] = new Array<undefined>(65_536).fill(undefined)
  for (const word of words) {
    const code = key(word, 0)
    const group = (groups[code] ??= { isWord: false, longer: new Map<number, string[]>() })
    if (word.length === 1) group.isWord = true
    else {
      const known = group.longer.get(key(word, 1))
      if (known) known.push(word)
      else group.longer.set(key(word, 1), [word])
    }
  }
  return groups
}
