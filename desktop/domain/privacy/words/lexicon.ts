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
    after: (text, at) =>
      byFirst.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at))?.length ?? 0,
    before: (text, at) =>
      byLast
        .get(text.charCodeAt(at - 1))
        ?.find((word) => at >= word.length && text.startsWith(word, at - word.length))?.length ?? 0,
  }
}

function grouped(words: readonly string[], key: (word: string) => number) {
  const groups = new Map<number, string[]>()
  for (const word of words) {
    const group = groups.get(key(word))
    if (group) group.push(word)
    else groups.set(key(word), [word])
  }
  return groups
}
