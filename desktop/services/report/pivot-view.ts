import { layOut } from '../../domain/notebook/pivot/crosstab.ts'
import { sheetOf, type PivotSheet, type SheetCell } from '../../domain/notebook/pivot/sheet.ts'
import { writeMeasureValue } from '../../domain/notebook/pivot/text.ts'
import { titlesOf } from '../../domain/notebook/pivot/titles.ts'
import type { PivotCell } from '../../domain/notebook/notebook.ts'
import type { ResultTable } from '../../domain/notebook/result-table.ts'
import { markup, nothing, type Html } from './html.ts'
import type { View } from './view.ts'

/** What a sheet of paper holds. */
const paper = { rows: 60, columns: 16 }

/** A crosstab as a table with merged headings; nothing where it is larger than a sheet of paper. */
export function pivotTable(
  { pivot }: PivotCell,
  table: ResultTable,
  { datasets }: View,
): Html | undefined {
  const titles = titlesOf(datasets.flatMap((one) => one.package ?? []))
  const { head, body } = sheetOf(layOut(pivot, [table], titles), pivot)
  if (body.length > paper.rows || (head[0]?.length ?? 0) > paper.columns) return undefined
  return markup`<div class="wide"><table>
<thead>${lines(head, 'col')}</thead>
<tbody>${lines(body, 'row')}</tbody>
</table></div>`
}

const lines = (rows: PivotSheet['head'], scope: 'col' | 'row'): Html[] =>
  rows.map((cells) => markup`<tr>${cells.map((one) => (one ? cell(one, scope) : nothing))}</tr>\n`)

function cell(one: SheetCell, scope: 'col' | 'row'): Html {
  if (one.kind === 'value') {
    const text = writeMeasureValue(one.value, one.format)
    return one.total
      ? markup`<td class="number"><strong>${text}</strong></td>`
      : markup`<td class="number">${text}</td>`
  }
  const across = one.across > 1 ? markup` colspan="${String(one.across)}"` : nothing
  const down = one.down > 1 ? markup` rowspan="${String(one.down)}"` : nothing
  return markup`<th scope="${scope}"${across}${down}>${one.text}</th>`
}
