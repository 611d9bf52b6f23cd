import { chosenText } from '../../domain/notebook/input-text.ts'
import { fold } from '../../domain/notebook/name.ts'
import type {
  Block,
  BrokenCell,
  InputCell,
  PivotCell,
  TableCell,
} from '../../domain/notebook/notebook.ts'
import { explain } from '../../domain/notebook/problem.ts'
import { chartView } from './chart-view.ts'
import { mapView } from './map-view.ts'
import { checkView, statView, valueView } from './measure-view.ts'
import { quoteAnchor, sourceLink } from './anchors.ts'
import { failure, cellView, problem } from './cell-view.ts'
import { markup, nothing, type Html } from './html.ts'
import { renderProse } from './markdown.ts'
import { pivotTable } from './pivot-view.ts'
import { resultView } from './result-view.ts'
import { isOpen, originTag, type View } from './view.ts'

/** Rows of a table in the text. */
const printedRows = 2000

export function blockView(block: Block, view: View): Html {
  switch (block.kind) {
    case 'prose':
      return renderProse(block.text, view.quotes.write, {
        anchor: quoteAnchor,
        heading: (level, html) => view.contents.add(level, html),
      })
    case 'sql':
    case 'query':
      return tableView(block, view)
    case 'pivot':
      return pivotView(block, view) ?? tableView(block, view)
    case 'chart':
      return chartView(block, view)
    case 'map':
      return mapView(block, view)
    case 'input':
      return inputView(block, view)
    case 'value':
      return valueView(block, view)
    case 'stat':
      return statView(block, view)
    case 'check':
      return checkView(block, view)
    case 'broken':
      return brokenView(block, view)
  }
}

function tableView({ name }: TableCell, view: View): Html {
  const state = view.results.states.get(fold(name))
  const table = view.results.tables.get(fold(name))
  if (!state || !table) {
    return cellView(markup`${failure(name, state?.error ?? null)}${sourceLink(name)}`)
  }
  if (!isOpen(name, view)) return nothing
  const limits = { rows: state.rows, held: view.held.has(fold(name)), most: printedRows }
  const shown = resultView(table, limits)
  return cellView(markup`${originTag([name], view)}${shown}${sourceLink(name)}`)
}

/** The crosstab itself; nothing where it does not fit on paper, and then its table stands for it. */
function pivotView(cell: PivotCell, view: View): Html | undefined {
  const state = view.results.states.get(fold(cell.name))
  const table = view.results.tables.get(fold(cell.name))
  const shown = state && table?.rows === state.rows ? pivotTable(cell, table, view) : undefined
  if (!shown) return undefined
  return cellView(markup`${originTag([cell.name], view)}${shown}${sourceLink(cell.name)}`)
}

function inputView({ name, input }: InputCell, view: View): Html {
  const label = input.label === '' ? name : input.label
  const chosen = chosenText(name, input, view.values)
  return markup`<p class="parameter">${label}：<span class="value">${chosen}</span></p>\n`
}

function brokenView({ name, body, span }: BrokenCell, { notebook }: View): Html {
  const own = notebook.problems.filter(({ at }) => at.from >= span.from && at.from < span.to)
  const sentences = own.map((fault) => problem(`第 ${fault.line} 行：${explain(fault).zh}。`))
  const text = markup`<details><summary>${name}</summary><pre><code>${body}</code></pre></details>`
  return cellView(markup`${sentences}${text}`)
}
