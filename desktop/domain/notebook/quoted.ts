import { textsOf } from './chart-text.ts'
import type { Value } from './input.ts'
import { writeParameter } from './input-text.ts'
import { textsOfMap } from './map/map.ts'
import { fold } from './name.ts'
import type { Block, Notebook } from './notebook.ts'
import { quotesIn, type FoundQuote } from './quote.ts'
import { firstOf, type ResultTable } from './result-table.ts'
import { cardTexts } from './value-card/value-card.ts'
import { MISSING, writeValue } from './value.ts'

/** What quotes are filled from: the first rows of the cells' tables, and the parameters. */
export interface Quotable {
  /** By the folded name of the cell; a cell that has no table is not in it. */
  readonly tables: ReadonlyMap<string, ResultTable>
  readonly values: Readonly<Record<string, Value>>
}

/** A quote as it is read; what cannot be read stays as it was written. */
export function writeQuote({ text, quote }: FoundQuote, { tables, values }: Quotable): string {
  if (!quote) return text
  const { name, column, format } = quote
  if (column === undefined) {
    const key = Object.keys(values).find((known) => fold(known) === fold(name))
    return key === undefined ? MISSING : writeParameter(values[key], format)
  }
  const table = tables.get(fold(name))
  return table ? writeValue(firstOf(table, column), format) : MISSING
}

/** The cells, by folded name, whose first rows the notebook's texts quote or its cards tell. */
export function quotedCells({ blocks }: Pick<Notebook, 'blocks'>): string[] {
  const quotes = blocks.flatMap(textsIn).flatMap(quotesIn)
  const cells = quotes.flatMap(({ quote }) =>
    quote?.column === undefined ? [] : [fold(quote.name)],
  )
  const shown = blocks.flatMap((block) => {
    if (block.kind === 'value') return [fold(block.card.from)]
    return block.kind === 'stat' || block.kind === 'check' ? [fold(block.name)] : []
  })
  return [...new Set([...cells, ...shown])]
}

function textsIn(block: Block): string[] {
  if (block.kind === 'prose') return [block.text]
  if (block.kind === 'value') return cardTexts(block.card)
  if (block.kind === 'map') return textsOfMap(block.map)
  return block.kind === 'chart' ? textsOf(block.chart) : []
}
