import type { ResultColumn, ResultTable } from '../../domain/notebook/result-table.ts'
import { writeCell, writeValue } from '../../domain/notebook/value.ts'
import { markup, nothing, type Html } from './html.ts'

/** A sheet of paper is no wider, a reader no more patient. */
const shownColumns = 16
const shownCharacters = 200
/** A longer table scrolls on a screen; on paper it takes its pages. */
const tallRows = 60

/** What stands where a number was held back. */
const heldBack = '*'

interface Limits {
  /** Of the whole result. */
  readonly rows: number
  /** Where something was held back, numbers that are not there are marked. */
  readonly held?: boolean
  /** Rows that are shown. */
  readonly most?: number
}

/** The first rows of a result, and what was left out. */
export function resultView(table: ResultTable, { rows, held = false, most = 50 }: Limits): Html {
  const columns = table.columns.slice(0, shownColumns)
  const shown = Math.min(table.rows, most)
  const lines = Array.from({ length: shown }, (_, row) => line(columns, row, held))
  const heads = columns.map(
    ({ name, numeric }) => markup`<th scope="col"${side(numeric)}>${name}</th>`,
  )
  const box = shown > tallRows ? 'wide long' : 'wide'
  return markup`<div class="${box}"><table class="sortable">
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>${rest(table, shown, rows)}`
}

function line(columns: readonly ResultColumn[], row: number, held: boolean): Html {
  return markup`<tr>${columns.map((column) => cell(column, row, held))}</tr>\n`
}

function cell(column: ResultColumn, row: number, held: boolean): Html {
  const value = column.at(row)
  const none = held && column.numeric ? heldBack : markup`<i>NULL</i>`
  const text = value === null ? none : cut(writeCell(value))
  return markup`<td${side(column.numeric)}>${text}</td>`
}

const side = (numeric: boolean): Html => (numeric ? markup` class="number"` : nothing)

function cut(text: string): string {
  const characters =
    text.length > shownCharacters ? Array.from(text.slice(0, 2 * shownCharacters)) : []
  return characters.length > shownCharacters
    ? `${characters.slice(0, shownCharacters).join('')}…`
    : text
}

function rest(table: ResultTable, shown: number, rows: number): Html {
  const more = [
    ...(rows > shown ? [`共 ${writeValue(rows)} 行，这里是前 ${shown} 行`] : []),
    ...(table.columns.length > shownColumns
      ? [`共 ${table.columns.length} 列，这里是前 ${shownColumns} 列`]
      : []),
  ]
  return more.length > 0 ? markup`<p class="note">${more.join('；')}。</p>` : nothing
}
