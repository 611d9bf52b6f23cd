import type { Value } from '../../domain/notebook/input.ts'
import { writeParameter } from '../../domain/notebook/input-text.ts'
import { fold } from '../../domain/notebook/name.ts'
import { tableCellsOf, type TableCell } from '../../domain/notebook/notebook.ts'
import { originsOf } from '../../domain/notebook/origins.ts'
import { writeValue } from '../../domain/notebook/value.ts'
import type { CellRecord, ReportRecord } from '../../contract/report.ts'
import { dataAnchor, parametersAnchor, sourceAnchor } from './anchors.ts'
import { beijingText } from './moment.ts'
import { markup, nothing, type Html } from './html.ts'
import { resultView } from './result-view.ts'
import { isOpen, type View } from './view.ts'

interface Told {
  readonly view: View
  readonly record: ReportRecord
  readonly made: Date
}

/** Of every table cell: its query, data, parameters, time, and the hash of what it came to. */
export function sourcesView(told: Told): Html {
  const cells = tableCellsOf(told.view.notebook)
  if (cells.length === 0) return nothing
  const records = new Map(told.record.cells.map((one) => [one.name, one]))
  const { states } = told.view.results
  const readers = Array.from(states.values(), ({ cell, inputs }) => ({ cell, inputs }))
  const origins = originsOf(
    readers,
    told.view.datasets.map(({ id }) => id),
  )
  const entries = cells.map((cell) => {
    const behind = [...(origins.get(states.get(fold(cell.name))?.cell ?? '') ?? [])]
    return sourceView(cell, records.get(cell.name), { ...told, behind })
  })
  return markup`<h2 id="sources">出处：每个数怎样算来</h2>
<p class="note">正文里的图、表和引用的数，都指到这里的一条：查询、数据、参数、时间和结果的校验值。</p>
${entries}`
}

type Around = Told & { readonly behind: readonly string[] }

function sourceView(cell: TableCell, record: CellRecord | undefined, around: Around): Html {
  const { view, made } = around
  const state = view.results.states.get(fold(cell.name))
  const inputs = state && state.inputs.length > 0 ? ` · 取自 ${state.inputs.join('、')}` : ''
  const rows = state?.status === 'done' ? `${writeValue(state.rows)} 行` : '没有算出来'
  return markup`<details class="source">
<summary>${cell.name} · ${rows}${inputs}</summary>
<div id="${sourceAnchor(cell.name)}">
<p>数据：${datasetLinks(around)}</p>
<p>参数：${parameterLinks(state?.parameters ?? [], view.values)}</p>
<p>计算于 ${beijingText(made)}。${hashView(record)}</p>
<pre><code>${cell.sql}</code></pre>
${foldedTable(cell, view)}</div></details>\n`
}

function datasetLinks({ view, behind }: Around): Html | string {
  const links = view.datasets
    .filter(({ id }) => behind.includes(id))
    .map(({ id, package: dataset }) => {
      const title = dataset ? `${dataset.title}（${id}，版本 ${dataset.version}）` : id
      return markup`<a href="#${dataAnchor(id)}">${title}</a> `
    })
  return links.length > 0 ? markup`${links}` : '不用数据集'
}

function parameterLinks(
  names: readonly string[],
  values: Readonly<Record<string, Value>>,
): Html | string {
  if (names.length === 0) return '没有'
  const texts = names.map((name) => `${name} = ${writeParameter(values[name])}`)
  return markup`<a href="#${parametersAnchor}">${texts.join('，')}</a>`
}

function hashView(record: CellRecord | undefined): Html {
  if (record?.status !== 'done') return nothing
  if (record.sha256 === null) return markup`行数太多，结果只比行数，不算校验值。`
  return markup`结果的 SHA-256 <code>${record.sha256}</code>`
}

/** A table that does not stand in the text is here to be unfolded. */
function foldedTable(cell: TableCell, view: View): Html {
  const state = view.results.states.get(fold(cell.name))
  const table = view.results.tables.get(fold(cell.name))
  const tabular = cell.kind === 'sql' || cell.kind === 'query' || cell.kind === 'pivot'
  if (!tabular || !state || !table || isOpen(cell.name, view)) return nothing
  const held = view.held.has(fold(cell.name))
  return markup`<div class="screen">${resultView(table, { rows: state.rows, held })}</div>`
}
