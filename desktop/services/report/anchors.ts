import { fold } from '../../domain/notebook/name.ts'
import { originsOfTable } from '../../domain/notebook/origins.ts'
import type { FoundQuote } from '../../domain/notebook/quote.ts'
import { markup, type Html } from './html.ts'
import type { View } from './view.ts'

/** Where the report tells how a cell's numbers were made; names are unique but for their case. */
export const sourceAnchor = (cell: string): string => `source-${fold(cell)}`

export const dataAnchor = (dataset: string): string => `data-${dataset}`

export const parametersAnchor = 'parameters'

/** The place that a quoted number leads back to; nothing where it cannot be read. */
export function quoteAnchor({ quote }: FoundQuote): string | undefined {
  if (!quote) return undefined
  return quote.column === undefined ? parametersAnchor : sourceAnchor(quote.name)
}

/** Beneath a table, a statistic or a check: the way to its query, data and parameters. */
export const sourceLink = (cell: string): Html =>
  markup`<p class="from">出处：<a href="#${sourceAnchor(cell)}">${cell}</a></p>`

/** Beneath a chart or a map; it may draw datasets themselves. */
export function chartLink(sources: readonly string[], { results, notebook }: View): Html {
  const links = sources.flatMap((name) => {
    if (results.states.has(fold(name))) return [{ name, anchor: sourceAnchor(name) }]
    const datasets = originsOfTable(name, new Map(), notebook)
    return Array.from(datasets, (id) => ({ name: id, anchor: dataAnchor(id) }))
  })
  if (links.length === 0) return markup``
  const shown = links.map(({ name, anchor }) => markup` <a href="#${anchor}">${name}</a>`)
  return markup`<p class="from">出处：${shown}</p>`
}
