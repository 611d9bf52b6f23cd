import { textsOf } from './chart-text.ts'
import { sourcesOf } from './chart.ts'
import { lineAt } from './lines.ts'
import { textsOfMap } from './map/map.ts'
import { fold } from './name.ts'
import {
  cellsOf,
  isTableKind,
  type ChartCell,
  type InputCell,
  type MapCell,
  type Notebook,
  type TextSpan,
  type ValueCell,
} from './notebook.ts'
import type { Fault, Problem } from './problem.ts'
import { parameterNamesOf } from './parameters.ts'
import { quotesIn, type FoundQuote, type Quote } from './quote.ts'
import { readSource } from './source.ts'
import { cardTexts } from './value-card/value-card.ts'

type Unchecked = Omit<Notebook, 'problems'>

/** What the notebook refers to and does not have: quoted cells, charts' tables and selections. */
export function checkReferences(notebook: Unchecked): Problem[] {
  return [
    ...checkQuotes(notebook),
    ...cellsOf(notebook, 'chart').flatMap((cell) => checkChart(cell, notebook)),
    ...cellsOf(notebook, 'value').flatMap((cell) => checkValueCard(cell, notebook)),
    ...cellsOf(notebook, 'map').flatMap((cell) => checkMap(cell, notebook)),
    ...cellsOf(notebook, 'input').flatMap((cell) => checkInput(cell, notebook)),
  ]
}

function checkQuotes(notebook: Unchecked): Problem[] {
  const cells = new Set(tableNames(notebook))
  const parameters = new Set(parameterNames(notebook).map(fold))
  const known = ({ name, column }: Quote) =>
    column === undefined ? parameters.has(fold(name)) : cells.has(fold(name))
  const wrong = (text: string) => quotesIn(text).filter(({ quote }) => !quote || !known(quote))
  return notebook.blocks.flatMap((block) => {
    if (block.kind === 'prose') {
      const { from } = block.span
      return wrong(block.text).map((found) =>
        problem(notebook, faultOf(found), { from: from + found.at.from, to: from + found.at.to }),
      )
    }
    if (block.kind !== 'chart' && block.kind !== 'value' && block.kind !== 'map') return []
    const texts = textsIn(block)
    const found = texts.flatMap(wrong)
    return found.map((one) => problem(notebook, faultOf(one), placeOf(one.text, block, notebook)))
  })
}

function textsIn(block: ChartCell | ValueCell | MapCell): string[] {
  if (block.kind === 'map') return textsOfMap(block.map)
  return block.kind === 'chart' ? textsOf(block.chart) : cardTexts(block.card)
}

function faultOf({ quote, text }: FoundQuote): Fault {
  return { kind: quote ? 'quote-unknown' : 'quote-wrong', quote: text }
}

/** Where a quote stands in the chart's YAML; the whole body where it is written in another way. */
function placeOf(
  quote: string,
  { bodySpan }: ChartCell | ValueCell | MapCell,
  { text }: Unchecked,
): TextSpan {
  const from = text.indexOf(quote, bodySpan.from)
  return from < 0 || from >= bodySpan.to ? bodySpan : { from, to: from + quote.length }
}

/** Names of everything that `$name` may stand for. */
export function parameterNames(notebook: Unchecked): string[] {
  const inputs = notebook.blocks.flatMap((block) =>
    block.kind === 'input' ? parameterNamesOf(block) : [],
  )
  return [...new Set([...Object.keys(notebook.head.params), ...inputs])]
}

/** Cells count even where they are broken: what refers to them is not wrong for that. */
function tableNames(notebook: Unchecked): string[] {
  return notebook.blocks.flatMap((block) => {
    if (block.kind === 'prose') return []
    return isTableKind(block.kind === 'broken' ? block.was : block.kind) ? [fold(block.name)] : []
  })
}

/** The first parts of the names of all tables. */
function firstNames(notebook: Unchecked): string[] {
  const datasets = notebook.head.datasets.map(({ id }) => id.replaceAll('-', '_'))
  return [...tableNames(notebook), ...datasets]
}

/** A card shows the first row of a cell of the notebook. */
function checkValueCard({ name, card, span }: ValueCell, notebook: Unchecked): Problem[] {
  if (tableNames(notebook).includes(fold(card.from))) return []
  const detail = {
    zh: `from：本笔记没有“${card.from}”这个查询单元`,
    en: `from: the notebook has no cell “${card.from}”`,
  }
  return [problem(notebook, { kind: 'value-wrong', name, detail }, span, name)]
}

/** A map shows the rows of a cell of the notebook. */
function checkMap({ name, map, span }: MapCell, notebook: Unchecked): Problem[] {
  if (tableNames(notebook).includes(fold(map.from))) return []
  const detail = {
    zh: `from：本笔记没有“${map.from}”这个查询单元`,
    en: `from: the notebook has no cell “${map.from}”`,
  }
  return [problem(notebook, { kind: 'map-wrong', name, detail }, span, name)]
}

/** The table that an input takes its options from. */
function checkInput({ name, input, span }: InputCell, notebook: Unchecked): Problem[] {
  const from = 'from' in input ? input.from : undefined
  if (from === undefined) return []
  const table = input.type === 'table' ? from : (readSource(from)?.table ?? '')
  const [first = ''] = table.split('.')
  const known = input.type === 'table' ? tableNames(notebook) : firstNames(notebook)
  if (known.includes(fold(first))) return []
  const detail = {
    zh: `from：“${table}”既不是本笔记的单元，也不是所附的数据集`,
    en: `from: “${table}” is neither a cell nor an attached dataset`,
  }
  return [problem(notebook, { kind: 'input-wrong', name, detail }, span)]
}

function checkChart(cell: ChartCell, notebook: Unchecked): Problem[] {
  const { chart, name, span } = cell
  const tables = firstNames(notebook)
  const faults: Fault[] = sourcesOf(chart).flatMap((source) => {
    const [first = ''] = source.split('.')
    return tables.includes(fold(first)) ? [] : [{ kind: 'source-unknown' as const, name, source }]
  })
  const selection = chart['filter-by']
  const selections = cellsOf(notebook, 'chart').map((one) => one.chart.select?.as)
  if (selection !== undefined && !selections.includes(selection)) {
    faults.push({ kind: 'selection-unknown', name, selection })
  }
  const broken = faults.some(({ kind }) => kind === 'source-unknown') ? name : undefined
  return faults.map((fault) => problem(notebook, fault, span, broken))
}

function problem({ text }: Unchecked, fault: Fault, at: TextSpan, broken?: string): Problem {
  const found = { ...fault, line: lineAt(text, at.from), at }
  return broken === undefined ? found : { ...found, broken }
}
