import lunr from 'lunr'
import type { SearchDocument, SearchHit } from './document.ts'
import { termsOf, type Term } from './terms.ts'

type Card = Pick<SearchDocument, 'type' | 'id' | 'title' | 'part'>

/** A finished index as JSON; `cards` are in the order of the index's references. */
export interface SerializedIndex {
  readonly cards: readonly Card[]
  readonly lunr: object
}

/** How much a word counts by where it stands. */
const fields = { title: 8, names: 4, text: 1 } as const

/** The most words of a query that are looked for; a sentence pasted whole has more than enough. */
const mostTerms = 24

export function buildIndex(documents: readonly SearchDocument[]): SerializedIndex {
  const builder = new lunr.Builder()
  // lunr's own pipelines trim and stem English; its trimmer leaves nothing of a Chinese word.
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.tokenizer = Object.assign(tokens, { separator: /\s/ })
  builder.ref('ref')
  for (const [field, boost] of Object.entries(fields)) builder.field(field, { boost })
  documents.forEach((document, ref) => {
    // a title is its document's; parts that had it too would crowd out all else
    const title = document.part === undefined ? document.title : ''
    builder.add({ ref: String(ref), ...document, title })
  })
  const cards = documents.map(({ type, id, title, part }) =>
    part === undefined ? { type, id, title } : { type, id, title, part },
  )
  return { cards, lunr: builder.build().toJSON() }
}

function tokens(text?: unknown): lunr.Token[] {
  return typeof text === 'string' ? termsOf(text).map((term) => new lunr.Token(term.text, {})) : []
}

export interface SearchIndex {
  /** The best hits first. Any text may be looked for: it is never parsed as a query language. */
  search(text: string): SearchHit[]
}

export function loadIndex({ cards, lunr: serialized }: SerializedIndex): SearchIndex {
  const index = lunr.Index.load(serialized)
  return {
    search(text) {
      const wanted = wantedTerms(text)
      if (wanted.length === 0) return []
      const last = wanted.findLast(({ kind }) => kind !== 'part')
      const found = index.query((query) => {
        for (const term of wanted) ask(query, term)
        if (last) askForBeginning(query, last)
      })
      const hits = found.flatMap(({ ref, score }) => {
        const card = cards[Number(ref)]
        return card ? [{ ...card, score }] : []
      })
      return foldParts(hits)
    },
  }
}

/** One hit for each document, as good as the best of its parts and leading to that part. */
function foldParts(hits: readonly SearchHit[]): SearchHit[] {
  const folded = new Map<string, SearchHit>()
  for (const hit of hits) {
    const key = `${hit.type} ${hit.id}`
    const first = folded.get(key)
    if (!first) folded.set(key, hit)
    else if (first.part === undefined && hit.part !== undefined) {
      folded.set(key, { ...first, part: hit.part })
    }
  }
  return [...folded.values()]
}

/** Single characters are looked for only where there is nothing better. */
function wantedTerms(text: string): Term[] {
  const distinct = new Map(termsOf(text).map((term) => [term.text, term]))
  const terms = [...distinct.values()]
  const words = terms.filter(({ kind }) => kind !== 'single')
  return (words.length > 0 ? words : terms).slice(0, mostTerms)
}

/** A word counts more than a part of a longer one, which is found for want of better. */
function ask(query: lunr.Query, { text, kind }: Term): void {
  const boost = kind === 'part' ? 1 : 4
  query.term(text, { usePipeline: false, wildcard: lunr.Query.wildcard.NONE, boost })
}

/** The last word may not be typed to its end. */
function askForBeginning(query: lunr.Query, { text }: Term): void {
  query.term(text, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 1 })
}
