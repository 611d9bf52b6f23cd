import { sourcesOf } from '../../domain/notebook/chart.ts'
import { textsOf } from '../../domain/notebook/chart-text.ts'
import type { Value } from '../../domain/notebook/input.ts'
import type { Boundary } from '../../domain/notebook/map/boundary.ts'
import { fold } from '../../domain/notebook/name.ts'
import { cellsOf, type Notebook } from '../../domain/notebook/notebook.ts'
import { originsOf, originsOfTable } from '../../domain/notebook/origins.ts'
import { quotesIn } from '../../domain/notebook/quote.ts'
import { cardTexts } from '../../domain/notebook/value-card/value-card.ts'
import type { Contents } from './contents.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import type { DrawnChart } from './drawing.ts'
import type { Results } from './gather.ts'
import { markup, nothing, type Html } from './html.ts'
import type { QuoteWriter } from './quotes.ts'

/** Everything that the parts of a report are written from. */
export interface View {
  readonly notebook: Notebook
  /** What its maps are drawn on beside tiles, by name. */
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly results: Results
  readonly quotes: QuoteWriter
  readonly values: Readonly<Record<string, Value>>
  readonly charts: ReadonlyMap<string, DrawnChart>
  readonly datasets: readonly DatasetFacts[]
  /** Folded names of the cells whose table need not stand open: prose quotes it or a chart draws it. */
  readonly told: ReadonlySet<string>
  /** Folded names of the cells of which something was held back. */
  readonly held: ReadonlySet<string>
  readonly contents: Contents
}

/** Rows of a table that stands open in the text whatever else is made of it. */
const openRows = 12
/** Rows of a table that is the end of a reckoning, and so is printed whole. */
const printedRows = 2000

/** Whether a cell's table stands in the text; else it is folded in with its source. */
export function isOpen(cell: string, { results, told }: View): boolean {
  const name = fold(cell)
  const rows = results.states.get(name)?.rows ?? 0
  if (told.has(name) || !results.tables.has(name)) return false
  if (rows <= openRows) return true
  const read = [...results.states.values()].some(({ inputs }) =>
    inputs.some((one) => fold(one) === name),
  )
  return !read && rows <= printedRows
}

/** The cells that are quoted in prose, in a chart's or a card's texts, drawn or shown on a card. */
export function toldIn(notebook: Notebook): Set<string> {
  const charts = cellsOf(notebook, 'chart').map(({ chart }) => chart)
  const prose = notebook.blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : []))
  const cards = cellsOf(notebook, 'value').map(({ card }) => card)
  const texts = [...prose, ...charts.flatMap(textsOf), ...cards.flatMap(cardTexts)]
  const quoted = texts.flatMap((text) => quotesIn(text).flatMap(({ quote }) => quote?.name ?? []))
  const maps = cellsOf(notebook, 'map').map(({ map }) => map)
  const shown = [...cards, ...maps].map(({ from }) => from)
  return new Set([...quoted, ...charts.flatMap(sourcesOf), ...shown].map(fold))
}

/** Whether these tables are of synthetic or of real data, as far as the catalogue knows. */
export function originTag(tables: readonly string[], view: View): Html {
  const { notebook, results, datasets } = view
  const readers = Array.from(results.states.values(), ({ cell, inputs }) => ({ cell, inputs }))
  const cells = originsOf(
    readers,
    datasets.map(({ id }) => id),
  )
  const origins = new Set(tables.flatMap((name) => [...originsOfTable(name, cells, notebook)]))
  const known = datasets.filter(({ id, package: dataset }) => dataset && origins.has(id))
  if (known.length === 0) return nothing
  return dataTag(known.some(({ package: dataset }) => dataset?.synthetic === true))
}

export const dataTag = (synthetic: boolean): Html =>
  synthetic
    ? markup`<span class="tag synthetic">合成数据</span>`
    : markup`<span class="tag real">真实数据</span>`
