import {
  type CatalogueSort,
  eachFacet,
  type FacetName,
  facetNames,
  nothingChosen,
  type Question,
  sorts,
} from '../../../domain/catalogue/facets.ts'
import { href, withQuery } from '../../app/paths.ts'

/** The question that the catalogue's address asks; whatever it does not know is left out. */
export function readQuestion(query: URLSearchParams): Question {
  const sort = query.get('sort')
  return {
    text: query.get('q') ?? '',
    choices: eachFacet((facet) => [...new Set(query.getAll(facet).filter(Boolean))]),
    sort: sorts.find((one) => one === sort) ?? 'title',
  }
}

/** The question as its address carries it; nothing asked is an empty query. */
export function writeQuestion({ text, choices, sort }: Question): URLSearchParams {
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  for (const facet of facetNames) {
    for (const value of choices[facet]) query.append(facet, value)
  }
  if (sort !== 'title') query.set('sort', sort)
  return query
}

/** The question with a facet's value chosen, or no longer. */
export function toggled(question: Question, facet: FacetName, value: string): Question {
  const before = question.choices[facet]
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return { ...question, choices: { ...question.choices, [facet]: after } }
}

/** Everything again, in the same order. */
export function cleared({ sort }: { readonly sort: CatalogueSort }): Question {
  return { text: '', choices: nothingChosen, sort }
}

let last = new URLSearchParams()

/** Keeps what was asked last, for the way back from a dataset. */
export function remember(query: URLSearchParams): void {
  last = query
}

/** The catalogue as it was left. */
export function backToCatalogue(): string {
  return withQuery(href('catalogue'), last)
}
