import type { ReadSheet } from '../../domain/catalogue/exchange/sheet.ts'
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
  const tables = sheetsOf(read).map(({ name, rows }): RawTable => {
    const filled = rows.map((cells, at): RawRow => {
      return { line: at + 1, cells: Array.from(cells, (cell) => cell ?? '') }
    })
    // the same number is masked the same way, so a recipe finds its sheet again
    return { name: maskPersonal(name, inTitles).text, rows: filled, refused: [], even: false }
  })
  if (tables.every(({ rows }) => rows.length === 0) && secrecy.length === 0) {
    throw new Refused('工作簿里没有内容')
  }
  return { tables, secrecy, encoding: null, encodings: [], delimiter: null, notes: [] }
}

function sheetsOf(read: () => ReadSheet[]): ReadSheet[] {
  try {
    return read()
  } catch (error) {
    throw error instanceof ZipRefused ? new Refused(error.message) : error
  }
}
