import { glossary } from './glossary.ts'

/** A stretch of Chinese that stays together, and the words inside it. */
export interface Segment {
  readonly word: string
  readonly parts: readonly string[]
}

const words = new Set(glossary)
const longest = Math.max(...glossary.map((word) => word.length))
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** No longer stretch is given to the segmenter at once; real ones end at punctuation long before. */
const stretch = 256

/**
 * Cuts a run of Chinese characters: glossary words by longest match from the left, and between them
 * what the segmenter says.
 */
export function segment(run: string): Segment[] {
  const found: Segment[] = []
  let from = 0
  let at = 0
  while (at < run.length) {
    const word = glossaryWordAt(run, at, longest)
    if (word === undefined) {
      at += 1
      continue
    }
    found.push(...plain(run.slice(from, at)))
    found.push({ word, parts: partsOf(word) })
    at += word.length
    from = at
  }
  found.push(...plain(run.slice(from)))
  return found
}

function glossaryWordAt(run: string, at: number, most: number): string | undefined {
  for (let length = Math.min(most, run.length - at); length > 1; length -= 1) {
    const candidate = run.slice(at, at + length)
    if (words.has(candidate)) return candidate
  }
  return undefined
}

function plain(text: string): Segment[] {
  return wordsIn(text).map((word) => ({ word, parts: [] }))
}

function wordsIn(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += stretch) {
    for (const piece of segmenter.segment(text.slice(at, at + stretch))) found.push(piece.segment)
  }
  return found
}

const knownParts = new Map<string, readonly string[]>()

/** Shorter glossary words anywhere inside, and the segmenter's own words of two characters or more. */
function partsOf(word: string): readonly string[] {
  const known = knownParts.get(word)
  if (known) return known
  const parts = new Set(wordsIn(word).filter((part) => part.length > 1 && part !== word))
  for (let at = 0; at < word.length; at += 1) {
    const inner = glossaryWordAt(word, at, word.length - 1)
    if (inner !== undefined) parts.add(inner)
  }
  const made = [...parts]
  knownParts.set(word, made)
  return made
}
