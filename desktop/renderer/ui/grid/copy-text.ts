import type { CellValue } from '../../../domain/notebook/value.ts'
import { withoutFormula } from '../../../domain/sharing/csv.ts'
import { exactText, isNumber } from './format.ts'

/** What is copied: titles of columns, and rows of values. */
export interface CopiedTable {
  readonly titles: readonly string[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** Longer whole numbers lose their last digits in a spreadsheet, so they go there as text. */
const EXACT_DIGITS = 15

/**
 * Text that spreadsheets paste into cells: a tab between cells, each row on a line. What would be
 * run as a formula is a text there.
 */
export function tabbedText({ titles, rows }: CopiedTable): string {
  const lines = [titles.map(withoutFormula), ...rows.map((row) => row.map(safeText))]
  return lines.map((line) => line.map(quoted).join('\t')).join('\r\n')
}

/** The same as an HTML table, for documents and for spreadsheets, which keep its texts texts. */
export function tableHtml({ titles, rows }: CopiedTable): string {
  const head = titles.map((title) => `<th>${escaped(withoutFormula(title))}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')
  return `<meta charset="utf-8"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

/** A value exactly, unless a spreadsheet would run it. */
export function safeText(value: CellValue): string {
  return isNumber(value) ? exactText(value) : withoutFormula(exactText(value))
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function cell(value: CellValue): string {
  const text = safeText(value)
  const asText = !isNumber(value) || text.replace(/\D/g, '').length > EXACT_DIGITS
  const style = asText ? ` style='mso-number-format:"\\@"'` : ''
  return `<td${style}>${escaped(text)}</td>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
}
