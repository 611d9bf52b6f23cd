/** A list of words that can be asked for at a place of a text. */
export interface Lexicon {
  /** The length of the longest word that begins here; 0 where none does. */
  after: (text: string, at: number) => number
  /** The length of the longest word that ends here. */
  before: (text: string, at: number) => number
}

/** Words apart by spaces. */
export function lexicon(words: string): Lexicon {
  const all = [...new Set(words.split(/\s+/).filter((word) => word !== ''))].sort(
    (a, b) => b.length - a.length,
  )
  const byFirst = grouped(all, (word) => word.charCodeAt(0))
  const byLast = grouped(all, (word) => word.charCodeAt(word.length - 1))
  return {
    after(text, at) {
      for (const word of byFirst[text.charCodeAt(at)] ?? []) {
        if (word.length === 1 || text.startsWith(word, at)) return word.length
      }
      return 0
    },
    before(text, at) {
      for (const word of byLast[text.charCodeAt(at - 1)] ?? []) {
        const start = at - word.length
        if (word.length === 1 || (start >= 0 && text.startsWith(word, start))) return word.length
      }
      return 0
    },
  }
}

/** Words by a sign's code: an array, since it is asked for at almost every sign of a text. */
function grouped(words: readonly string[], key: (word: string) => number) {
  const groups: (string[] | undefined)[] = new Array<undefined>(65_536).fill(undefined)
  for (const word of words) {
    const group = groups[key(word)]
    if (group) group.push(word)
    else groups[key(word)] = [word]
  }
  return groups
}
