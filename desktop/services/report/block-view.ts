import { errorText } from '../../contract/error-text.ts'
import type { WireError } from '../../contract/errors.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import type {
  Block,
  BrokenCell,
  InputCell,
  PivotCell,
  TableCell,
} from '../../domain/notebook/notebook.ts'
import { explain } from '../../domain/notebook/problem.ts'
import { writeValue } from '../../domain/notebook/value.ts'
import { chartView } from './chart-view.ts'
import { markup, nothing, type Html } from './html.ts'
import { renderProse } from './markdown.ts'
import { pivotTable } from './pivot-view.ts'
import { resultView } from './result-view.ts'
import { originTag, type View } from './view.ts'

/** Rows of a table that stands open in the text; longer ones are folded in with their query. */
const openRows = 12

export function blockView(block: Block, view: View): Html {
  switch (block.kind) {
    case 'prose':
      return renderProse(block.text, view.quotes.write)
    case 'sql':
    case 'query':
      return tableView(block, view)
    case 'pivot':
      return pivotView(block, view) ?? tableView(block, view)
    case 'chart':
      return chartView(block, view)
    case 'input':
      return inputView(block, view)
    case 'broken':
      return brokenView(block, view)
  }
}

function tableView({ name, sql }: TableCell, view: View): Html {
  const state = view.results.states.get(fold(name))
  const table = view.results.tables.get(fold(name))
  if (!state || !table) {
    return cellView(markup`${failure(name, state?.error ?? null)}${query(name, sql)}`)
  }
  const shown = resultView(table, state.rows)
  const from = state.inputs.length > 0 ? ` · 取自 ${state.inputs.join('、')}` : ''
  const about = `${name} · ${writeValue(state.rows)} 行${from}`
  if (view.told.has(fold(name)) || state.rows > openRows) return cellView(query(about, sql, shown))
  return cellView(markup`${originTag([name], view)}${shown}${query(about, sql)}`)
}

/** The crosstab itself; nothing where it does not fit on paper, and then its table stands for it. */
function pivotView(cell: PivotCell, view: View): Html | undefined {
  const state = view.results.states.get(fold(cell.name))
  const table = view.results.tables.get(fold(cell.name))
  const shown = state && table?.rows === state.rows ? pivotTable(cell, table, view) : undefined
  if (!shown) return undefined
  return cellView(markup`${originTag([cell.name], view)}${shown}${query(cell.name, cell.sql)}`)
}

const cellView = (inside: Html): Html => markup`<section class="cell">${inside}</section>\n`

function query(about: string, body: string, table = nothing): Html {
  return markup`<details><summary>查询 ${about}</summary>
<pre><code>${body}</code></pre>${table}</details>`
}

/** A cell without a table and without an error waits for one that failed. */
function failure(name: string, error: WireError | null): Html {
  if (!error) return problem(`“${name}”没有运行：它要用的单元没有算出来。`)
  const { what, next } = errorText(error, 'zh')
  return problem(`“${name}”没有算出来。${what}${next}`)
}

const problem = (sentence: string): Html => markup`<p class="problem">${sentence}</p>\n`

function inputView({ name, input }: InputCell, view: View): Html {
  const value = view.values[name]
  const label = input.label === '' ? name : input.label
  const chosen =
    input.type === 'select' ? input.options.find((option) => option.value === value)?.label : value
  return markup`<p class="parameter">${label}：<span class="value">${write(chosen)}</span></p>\n`
}

const write = (value: Value | undefined) => (typeof value === 'string' ? value : writeValue(value))

function brokenView({ name, body, span }: BrokenCell, { notebook }: View): Html {
  const own = notebook.problems.filter(({ at }) => at.from >= span.from && at.from < span.to)
  const sentences = own.map((fault) => problem(`第 ${fault.line} 行：${explain(fault).zh}。`))
  const text = markup`<details><summary>${name}</summary><pre><code>${body}</code></pre></details>`
  return cellView(markup`${sentences}${text}`)
}
