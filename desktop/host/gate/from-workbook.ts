import { tablesIn } from '../../domain/catalogue/importing/blocks.ts'
import type { ReadSheet, SheetLayout } from '../../domain/catalogue/exchange/sheet.ts'
import type { RawRow, RawTable } from '../../domain/catalogue/importing/raw-table.ts'
import type { SecrecyPlace } from '../../domain/catalogue/importing/scan.ts'
import { inTitles } from '../../domain/privacy/finding.ts'
import { maskPersonal } from '../../domain/privacy/mask.ts'
import { readOldWorkbook, readWorkbook, type WorkbookReading } from '../workbook/read.ts'
import { ZipRefused } from '../workbook/zip.ts'
import { marksInBytes, marksInParts } from './parts.ts'
import { Refused } from './refused.ts'
import type { Source, ToRead } from './source.ts'

const reading: WorkbookReading = {
  zip: { entries: 4000, bytes: 512 * 2 ** 20 },
  rows: 1_048_576,
  columns: 16_384,
  tooBig: '表格太大，没有读',
  formulas: 'value',
  layout: true,
  wanted: '请用 .xlsx、.csv、.json 或 .parquet 文件',
}

export function fromWorkbook({ bytes }: ToRead): Source {
  const secrecy: SecrecyPlace[] = []
  const onParts = (parts: ReadonlyMap<string, Uint8Array>) => secrecy.push(...marksInParts(parts))
  return sourceOf(() => readWorkbook(bytes, { ...reading, onParts }), secrecy)
}

/** A workbook of Excel 97 to 2003; marks outside its cells are looked for in its bytes. */
export function fromOldWorkbook({ bytes }: ToRead): Source {
  return sourceOf(() => readOldWorkbook(bytes, reading), marksInBytes(bytes))
}

function sourceOf(read: () => ReadSheet[], secrecy: readonly SecrecyPlace[]): Source {
  const sheets = sheetsOf(read)
  const tables = sheets.flatMap(({ name, rows, layout }): RawTable[] => {
    const filled = rows.map((cells, at): RawRow => {
      return { line: at + 1, cells: Array.from(cells, (cell) => cell ?? '') }
    })
    // the same number is masked the same way, so a recipe finds its sheet again
    const whole = { name: shownName(name), rows: filled, refused: [], even: false }
    return tablesIn({ ...whole, ...seenAs(layout) })
  })
  if (tables.every(({ rows }) => rows.length === 0) && secrecy.length === 0) {
    throw new Refused('工作簿里没有内容')
  }
  const notes = sheets.flatMap(({ name, layout }) => (layout ? layoutNotes(name, layout) : []))
  return { tables, secrecy, encoding: null, encodings: [], delimiter: null, notes }
}

const shownName = (sheet: string) => maskPersonal(sheet, inTitles).text

function sheetsOf(read: () => ReadSheet[]): ReadSheet[] {
  try {
    return read()
  } catch (error) {
    throw error instanceof ZipRefused ? new Refused(error.message) : error
  }
}

/** Lines count from 1. */
function seenAs(layout: SheetLayout | undefined): Pick<RawTable, 'merges' | 'hidden'> {
  if (!layout) return {}
  const merges = layout.merges.map((one) => ({ ...one, top: one.top + 1, bottom: one.bottom + 1 }))
  return { merges, hidden: new Set(layout.hiddenRows.map((row) => row + 1)) }
}

function layoutNotes(sheet: string, { isHidden, hiddenColumns, tooLong }: SheetLayout): string[] {
  const name = shownName(sheet)
  const notes: string[] = []
  if (isHidden) notes.push(`工作表“${name}”在文件里是隐藏的，也读进来了`)
  if (hiddenColumns.length > 0) {
    const places = hiddenColumns.slice(0, 5).map((at) => at + 1)
    const more = hiddenColumns.length > 5 ? '等' : ''
    notes.push(
      `“${name}”有隐藏的列（第 ${places.join('、')}${more}列），也读进来了；不要的，在“每一列怎么办”里去掉`,
    )
  }
  if (tooLong > 0) {
    notes.push(
      `“${name}”有 ${tooLong} 格长号码在文件里存成了数，超过 15 位的部分已经被表格软件改成 0，找不回来；请回原系统导出成文本再导入`,
    )
  }
  return notes
}
