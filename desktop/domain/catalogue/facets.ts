import { basicDatabases, headingOf } from './class.ts'
import type { Governance } from './governance.ts'
import { foldText, wantedIn } from './wanted.ts'

/** What the catalogue's search and facets know of a dataset. */
export interface Described {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly description: string
  readonly synthetic: boolean
  readonly provider: string
  readonly rows: number
  readonly sharing: Governance['catalogue']['sharing']['type']
  /** Null where the descriptor cannot be read: such a dataset stands under no facet. */
  readonly entry: {
    readonly class: string
    readonly level: Governance['level']
    readonly updateCycle: Governance['catalogue']['updateCycle']
    /** yyyy-mm-dd */
    readonly released: string
    /** Whether personal information is in it, de-identified or not. */
    readonly personal: boolean
    /** Keywords and titles of fields, to be searched. */
    readonly words: string
  } | null
}

export const facetNames = [
  'class',
  'provider',
  'sharing',
  'level',
  'cycle',
  'personal',
  'origin',
] as const
export type FacetName = (typeof facetNames)[number]

export const sorts = ['title', 'released', 'rows'] as const
export type CatalogueSort = (typeof sorts)[number]

/** Nothing chosen in a facet means all of it; several choices mean any of them. */
export type Choices = Readonly<Record<FacetName, readonly string[]>>

export interface Question {
  readonly text: string
  readonly choices: Choices
  readonly sort: CatalogueSort
}

export interface FacetValue {
  readonly value: string
  /** Datasets that have it among those that the text and the *other* facets leave. */
  readonly count: number
}

export interface Answer<D> {
  readonly found: readonly D[]
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>
}

interface Shelved<D> {
  readonly dataset: D
  readonly text: string
  readonly values: Readonly<Partial<Record<FacetName, string>>>
}

/** Datasets made ready to be asked for, once per list. */
export interface Shelf<D> {
  readonly datasets: readonly Shelved<D>[]
  readonly options: Readonly<Record<FacetName, readonly string[]>>
}

/** A value for each facet. */
export function eachFacet<T>(make: (facet: FacetName) => T): Readonly<Record<FacetName, T>> {
  return Object.fromEntries(facetNames.map((facet) => [facet, make(facet)])) as Record<FacetName, T>
}

export const nothingChosen: Choices = eachFacet(() => [])

/** Values whose order is given; the others come by number of datasets, then by name. */
const givenOrder: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  class: basicDatabases,
  sharing: ['unconditional', 'conditional', 'none'],
  level: ['general', 'important'],
  cycle: ['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'irregular', 'never'],
  personal: ['with', 'without'],
  origin: ['real', 'synthetic'],
}

const collator = new Intl.Collator('zh-CN')

export function shelve<D extends Described>(list: readonly D[]): Shelf<D> {
  const datasets = list.map((dataset) => ({
    dataset,
    text: textOf(dataset),
    values: valuesOf(dataset),
  }))
  return { datasets, options: eachFacet((facet) => optionsOf(facet, datasets)) }
}

function textOf({ id, title, titleEn, description, provider, entry }: Described): string {
  return foldText([title, titleEn, id, description, provider, entry?.words ?? ''].join('\n'))
}

function valuesOf({ entry, provider, sharing, synthetic }: Described): Shelved<never>['values'] {
  if (!entry) return {}
  return {
    class: headingOf(entry.class),
    provider,
    sharing,
    level: entry.level,
    cycle: entry.updateCycle,
    personal: entry.personal ? 'with' : 'without',
    origin: synthetic ? 'synthetic' : 'real',
  }
}

function optionsOf(facet: FacetName, datasets: readonly Shelved<unknown>[]): string[] {
  const counts = new Map<string, number>()
  for (const { values } of datasets) {
    const value = values[facet]
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const order = givenOrder[facet] ?? []
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
  return [...counts]
    .toSorted(
      ([a, many], [b, more]) => place(a) - place(b) || more - many || collator.compare(a, b),
    )
    .map(([value]) => value)
}

/** Datasets that answer the question, in its order, and what each facet's values would leave. */
export function answer<D extends Described>(shelf: Shelf<D>, question: Question): Answer<D> {
  const isWanted = wantedIn(question.text)
  const chosen = eachFacet((facet) => new Set(question.choices[facet]))
  const counts = eachFacet(() => new Map<string, number>())
  const found: D[] = []
  for (const { dataset, text, values } of shelf.datasets) {
    if (!isWanted(text)) continue
    const against = facetNames.filter((facet) => !agrees(chosen[facet], values[facet]))
    if (against.length === 0) found.push(dataset)
    // whom one facet alone keeps out still counts in that facet
    const counting = against.length === 0 ? facetNames : against.length === 1 ? against : []
    for (const facet of counting) count(counts[facet], values[facet])
  }
  return {
    found: found.toSorted(comparer(question.sort)),
    facets: eachFacet((facet) =>
      shelf.options[facet].map((value) => ({ value, count: counts[facet].get(value) ?? 0 })),
    ),
  }
}

function agrees(chosen: ReadonlySet<string>, value: string | undefined): boolean {
  return chosen.size === 0 || (value !== undefined && chosen.has(value))
}

function count(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
}

function comparer(sort: CatalogueSort): (a: Described, b: Described) => number {
  const byTitle = (a: Described, b: Described) =>
    collator.compare(a.title, b.title) || collator.compare(a.id, b.id)
  switch (sort) {
    case 'title':
      return byTitle
    case 'released':
      return (a, b) => newestFirst(a, b) || byTitle(a, b)
    case 'rows':
      return (a, b) => b.rows - a.rows || byTitle(a, b)
  }
}

function newestFirst({ entry: a }: Described, { entry: b }: Described): number {
  const [first, second] = [a?.released ?? '', b?.released ?? '']
  return first === second ? 0 : first < second ? 1 : -1
}
