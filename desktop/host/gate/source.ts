import { guessDelimiter, parseCsv, type Delimiter } from '../../domain/catalogue/importing/csv.ts'
import { tablesIn } from '../../domain/catalogue/importing/blocks.ts'
import { readingOf } from '../../domain/catalogue/importing/file-refusal.ts'
import type { SheetLayout } from '../../domain/catalogue/exchange/sheet.ts'
import type { RawRow, RawTable, RefusedRow } from '../../domain/catalogue/importing/raw-table.ts'
import type { Choices } from '../../domain/catalogue/importing/recipe.ts'
import type { SecrecyPlace } from '../../domain/catalogue/importing/scan.ts'
import { isEncryptedOle } from '../../domain/catalogue/exchange/file-kind.ts'
import { maskPersonal } from '../../domain/privacy/mask.ts'
import { readWorkbook } from '../workbook/read.ts'
import { ZipRefused } from '../workbook/zip.ts'
import { decode, encodings } from './decode.ts'
import { marksInParts } from './parts.ts'

/** A file read into tables; nothing is proposed yet. */
export interface Source {
  readonly tables: readonly RawTable[]
  readonly encoding: string | null
  readonly encodings: readonly string[]
  readonly delimiter: Delimiter | null
  readonly notes: readonly string[]
  /** Marks outside the cells: in headers and footers, properties, comments. */
  readonly secrecy: readonly SecrecyPlace[]
}

/** A file that is not read, and why, in words for the user. */
export class Refused extends Error {}

/** More columns than a person can decide upon, or an engine should be asked to hold. */
const mostColumns = 2000

export function readSource(bytes: Uint8Array, name: string, choices: Choices): Source {
  const reading = readingOf(bytes.subarray(0, 4096), () => isEncryptedOle(bytes))
  if (reading.kind === 'refused') throw new Refused(reading.problem)
  const source = reading.kind === 'workbook' ? fromWorkbook(bytes) : fromText(bytes, name, choices)
  const widest = source.tables.reduce((most, { rows }) => {
    return rows.reduce((wide, { cells }) => Math.max(wide, cells.length), most)
  }, 0)
  if (widest > mostColumns) {
    throw new Refused(`有 ${widest} 列，超过 ${mostColumns} 列；请先删去不用的列，再导入`)
  }
  return source
}

function fromText(bytes: Uint8Array, name: string, choices: Choices): Source {
  const decoded = decode(bytes, choices.encoding ?? undefined)
  if (!decoded.ok) throw new Refused(decoded.problem)
  const { text, encoding, badLines, notes } = decoded
  const delimiter = choices.delimiter ?? guessDelimiter(text)
  const { rows, refused } = parseCsv(text, delimiter)
  const apart = withoutBadLines(rows, badLines)
  const table: RawTable = {
    name: maskPersonal(name.replace(/\.[^.]*$/, '')).text,
    rows: apart.rows,
    refused: [...refused, ...apart.refused],
    even: true,
  }
  if (table.rows.length === 0) throw new Refused('文件里没有一行能读的内容')
  const mixed = badLines.size > 0 ? [`有 ${badLines.size} 行的文字编码和别的行不同，没有导入`] : []
  const facts = { encoding, encodings, delimiter, secrecy: [] }
  return { ...facts, tables: tablesIn(table), notes: [...notes, ...mixed] }
}

/** Rows that touch a line in another encoding are refused. */
function withoutBadLines(rows: readonly RawRow[], bad: ReadonlySet<number>) {
  if (bad.size === 0) return { rows: [...rows], refused: [] }
  const kept: RawRow[] = []
  const refused: RefusedRow[] = []
  rows.forEach((row, at) => {
    const end = rows[at + 1]?.line ?? row.line + 1
    let isBad = false
    for (let line = row.line; line < end; line += 1) isBad ||= bad.has(line)
    if (isBad) refused.push({ line: row.line, reason: '文字编码和别的行不同' })
    else kept.push(row)
  })
  return { rows: kept, refused }
}

function fromWorkbook(bytes: Uint8Array): Source {
  const secrecy: SecrecyPlace[] = []
  const sheets = workbookSheets(bytes, secrecy)
  const tables = sheets.flatMap(({ name, rows, layout }): RawTable[] => {
    const filled = rows.map((cells, at): RawRow => {
      return { line: at + 1, cells: Array.from(cells, (cell) => cell ?? '') }
    })
    // the same number is masked the same way, so a recipe finds its sheet again
    const whole = { name: maskPersonal(name).text, rows: filled, refused: [], even: false }
    return tablesIn({ ...whole, ...seenAs(layout) })
  })
  if (tables.every(({ rows }) => rows.length === 0)) throw new Refused('工作簿里没有内容')
  const notes = sheets.flatMap(({ name, layout }) => (layout ? layoutNotes(name, layout) : []))
  return { tables, secrecy, encoding: null, encodings: [], delimiter: null, notes }
}

/** Lines count from 1. */
function seenAs(layout: SheetLayout | undefined): Pick<RawTable, 'merges' | 'hidden'> {
  if (!layout) return {}
  const merges = layout.merges.map((one) => ({ ...one, top: one.top + 1, bottom: one.bottom + 1 }))
  return { merges, hidden: new Set(layout.hiddenRows.map((row) => row + 1)) }
}

function layoutNotes(sheet: string, { isHidden, hiddenColumns, tooLong }: SheetLayout): string[] {
  const name = maskPersonal(sheet).text
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

function workbookSheets(bytes: Uint8Array, secrecy: SecrecyPlace[]) {
  try {
    return readWorkbook(bytes, {
      zip: { entries: 4000, bytes: 512 * 2 ** 20 },
      rows: 1_048_576,
      columns: 16_384,
      tooBig: '表格太大，没有读',
      formulas: 'value',
      layout: true,
      wanted: '请用 .xlsx 或 .csv 文件',
      onParts: (parts) => secrecy.push(...marksInParts(parts)),
    })
  } catch (error) {
    throw error instanceof ZipRefused ? new Refused(error.message) : error
  }
}
