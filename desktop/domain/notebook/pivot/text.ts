import { MISSING, writeValue, type CellValue } from '../value.ts'
import type { PivotSheet, SheetCell } from './sheet.ts'

/** What a spreadsheet would take for a formula, if a cell began with it. */
const formula = /^[=+\-@\t\r]/

/** A measure as it is shown: nothing where there are no rows. */
export function writeMeasureValue(
  value: CellValue | undefined,
  format: string | undefined,
): string {
  if (value === undefined) return ''
  return value === null ? MISSING : writeValue(value, format)
}

/** The sheet as tab-separated lines for a spreadsheet; numbers plain, texts that look like formulas with a `'`. */
export function sheetText({ head, body }: PivotSheet, note: string): string {
  const lines = [...head, ...body].map((cells) => cells.map(plain).join('\t'))
  return [...lines, oneLine(note)].map((line) => `${line}\r\n`).join('')
}

function plain(cell: SheetCell | undefined): string {
  if (!cell) return ''
  return cell.kind === 'head' ? oneLine(cell.text) : plainValue(cell.value)
}

/** To the last digit, and without separators, so that a spreadsheet reads a number. */
export function plainValue(value: CellValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : writeValue(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'object' && value.kind === 'decimal') return decimalText(value)
  return oneLine(writeValue(value))
}

function decimalText({
  digits,
  scale,
}: {
  readonly digits: bigint
  readonly scale: number
}): string {
  const negative = digits < 0n
  const text = String(negative ? -digits : digits).padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const number = scale === 0 ? whole : `${whole}.${text.slice(text.length - scale)}`
  return negative ? `-${number}` : number
}

const oneLine = (text: string) => {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ')
  return formula.test(text) ? `'${line}` : line
}

/** The sheet as an HTML table with its merged headings, for documents and mail. */
export function sheetHtml({ head, body }: PivotSheet, note: string): string {
  const rows = (lines: PivotSheet['head'], scope: 'col' | 'row') =>
    lines.map((cells) => `<tr>${cells.map((cell) => htmlCell(cell, scope)).join('')}</tr>`).join('')
  const width = head[0]?.length ?? 1
  const foot = `<tfoot><tr><td colspan="${width}">${escape(note)}</td></tr></tfoot>`
  return `<table><thead>${rows(head, 'col')}</thead><tbody>${rows(body, 'row')}</tbody>${foot}</table>`
}

function htmlCell(cell: SheetCell | undefined, scope: 'col' | 'row'): string {
  if (!cell) return ''
  if (cell.kind === 'value') return `<td align="right">${escape(pasted(cell))}</td>`
  const span = (name: string, size: number) => (size > 1 ? ` ${name}="${size}"` : '')
  const spans = span('colspan', cell.across) + span('rowspan', cell.down)
  return `<th scope="${scope}"${spans}>${escape(oneLine(cell.text))}</th>`
}

/** A number as it is, unless a way of writing it was chosen; with the minus that spreadsheets know. */
function pasted({ value, format }: Extract<SheetCell, { kind: 'value' }>): string {
  if (format === undefined || typeof value === 'string') return plainValue(value)
  return writeMeasureValue(value ?? undefined, format).replace('−', '-')
}

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
