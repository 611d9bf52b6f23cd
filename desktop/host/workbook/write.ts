import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import type { Sheet } from '../../domain/catalogue/exchange/sheet.ts'

const head = {
  fontWeight: 'bold',
  backgroundColor: '#E4F0EE',
  alignVertical: 'top',
  wrap: true,
} as const
const body = { alignVertical: 'top', wrap: true } as const

/** A workbook of these sheets. Texts are text cells: none is ever a formula. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      data: [columns.map(({ heading }): Cell => textCell(heading, head)), ...rows.map(rowOf)],
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
  )
  return new Uint8Array(await written.toBuffer())
}

const rowOf = (cells: Sheet['rows'][number]): Row =>
  cells.map((cell) => {
    if (cell === undefined) return null
    return typeof cell === 'number' ? { value: cell, type: Number, ...body } : textCell(cell, body)
  })

const textCell = (text: string, style: typeof head | typeof body): Cell => ({
  value: escaped(text),
  type: String,
  ...style,
})

/**
 * What XML cannot hold is written as `_x0001_` (ECMA-376, ST_Xstring); a text that looks like such
 * an escape has its underscore escaped. write-excel-file drops U+FFFD too, and looks texts up in a
 * bare object, where names such as `constructor` are never new: their first letter is escaped.
 */
export function escaped(text: string): string {
  const safe = text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\ufffd/gu, escape)
  return safe in Object.prototype ? escape(safe.slice(0, 1)) + safe.slice(1) : safe
}

/** One escape for each UTF-16 unit. */
const escape = (character: string) =>
  Array.from({ length: character.length }, (_, index) => {
    const code = character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
    return `_x${code}_`
  }).join('')
