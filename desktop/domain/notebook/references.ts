import { textsOf } from './chart-text.ts'
import { sourcesOf } from './chart.ts'
import { lineAt } from './lines.ts'
import { fold } from './name.ts'
import { cellsOf, isTableKind, type ChartCell, type Notebook, type TextSpan } from './notebook.ts'
import type { Fault, Problem } from './problem.ts'
import { quotesIn, type FoundQuote, type Quote } from './quote.ts'

type Unchecked = Omit<Notebook, 'problems'>

/** What the notebook refers to and does not have: quoted cells, charts' tables and selections. */
export function checkReferences(notebook: Unchecked): Problem[] {
  return [
    ...checkQuotes(notebook),
    ...cellsOf(notebook, 'chart').flatMap((cell) => checkChart(cell, notebook)),
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
    if (block.kind !== 'chart') return []
    const found = textsOf(block.chart).flatMap(wrong)
    return found.map((one) => problem(notebook, faultOf(one), placeOf(one.text, block, notebook)))
  })
}

function faultOf({ quote, text }: FoundQuote): Fault {
  return { kind: quote ? 'quote-unknown' : 'quote-wrong', quote: text }
}

/** Where a quote stands in the chart's YAML; the whole body where it is written in another way. */
function placeOf(quote: string, { bodySpan }: ChartCell, { text }: Unchecked): TextSpan {
  const from = text.indexOf(quote, bodySpan.from)
  return from < 0 || from >= bodySpan.to ? bodySpan : { from, to: from + quote.length }
}

/** Names of everything that `$name` may stand for. */
export function parameterNames(notebook: Unchecked): string[] {
  const inputs = notebook.blocks.flatMap((block) => (block.kind === 'input' ? [block.name] : []))
  return [...new Set([...Object.keys(notebook.head.params), ...inputs])]
}

/** Cells count even where they are broken: what refers to them is not wrong for that. */
function tableNames(notebook: Unchecked): string[] {
  return notebook.blocks.flatMap((block) => {
    if (block.kind === 'prose') return []
    return isTableKind(block.kind === 'broken' ? block.was : block.kind) ? [fold(block.name)] : []
  })
}

function checkChart(cell: ChartCell, notebook: Unchecked): Problem[] {
  const { chart, name, span } = cell
  const tables = [
    ...tableNames(notebook),
    ...notebook.head.datasets.map(({ id }) => id.replaceAll('-', '_')),
  ]
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
