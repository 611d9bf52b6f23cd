import { read, SSF, utils, type CellObject, type WorkBook } from '@e965/xlsx'
import { refusedZip } from '../../domain/catalogue/exchange/file-kind.ts'
import type { ReadSheet, SheetLayout } from '../../domain/catalogue/exchange/sheet.ts'
import { storedZip } from './stored-zip.ts'
import { readZip, ZipRefused, zipNames, type ZipLimits } from './zip.ts'

/** How a workbook is read, and where reading stops. */
export interface WorkbookReading {
  readonly zip: ZipLimits
  readonly rows: number
  readonly columns: number
  /** Said where a sheet is larger. */
  readonly tooBig: string
  /** A formula is its own text, or what it came to when the file was saved. */
  readonly formulas: 'text' | 'value'
  /** Whether merges and what is hidden is wanted, and numbers as they are shown: `007`, `12.5%`. */
  readonly layout?: boolean
  /** What to bring instead of another kind of zip. */
  readonly wanted?: string
  /** Given every part of the workbook that is text, before the sheets are read. */
  readonly onParts?: (parts: ReadonlyMap<string, Uint8Array>) => void
}

/** A catalogue's workbook. */
const usual: WorkbookReading = {
  zip: { entries: 2000, bytes: 256 * 2 ** 20 },
  rows: 300_000,
  columns: 1000,
  tooBig: '表格太大，不像一份目录，没有读',
  formulas: 'text',
}

/** Pictures, macros and whatever else is no XML is not even inflated. */
const wanted = (name: string) => /\.(?:xml|rels)$/i.test(name)

/**
 * All cells of a workbook as text. What SheetJS is given is unpacked here before, and counted.
 * Throws `ZipRefused`.
 */
export function readWorkbook(bytes: Uint8Array, reading: WorkbookReading = usual): ReadSheet[] {
  const refusal = refusedZip(zipNames(bytes, reading.zip), reading.wanted)
  if (refusal !== undefined) throw new ZipRefused(refusal)
  const files = readZip(bytes, wanted, reading.zip)
  reading.onParts?.(files)
  return sheetsOf(parse(storedZip(files), reading.layout === true), reading)
}

/** The same of a workbook of Excel 97 to 2003 (BIFF8). Throws `ZipRefused`. */
export function readOldWorkbook(bytes: Uint8Array, reading: WorkbookReading): ReadSheet[] {
  return sheetsOf(parse(bytes, reading.layout === true), reading)
}

function sheetsOf(book: WorkBook, reading: WorkbookReading): ReadSheet[] {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]
    // what fails inside a sheet, SheetJS keeps to itself and leaves the sheet out
    if (!sheet) throw unreadable()
    const rows = rowsOf(sheet, date1904, reading)
    return reading.layout === true
      ? { name, rows, layout: layoutOf(book, name, sheet) }
      : { name, rows }
  })
}

function parse(bytes: Uint8Array, layout: boolean): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellStyles: layout,
      cellHTML: false,
    })
  } catch (error) {
    const isLocked = error instanceof Error && /password/i.test(error.message)
    throw isLocked ? new ZipRefused('工作簿加了打开密码；请先去掉密码，另存后再导入') : unreadable()
  }
}

const unreadable = () =>
  new ZipRefused('工作簿读不出来，可能已损坏；请用 WPS 或 Excel 打开，另存为 .xlsx 再导入')

function layoutOf(book: WorkBook, name: string, sheet: WorkBook['Sheets'][string]): SheetLayout {
  const hidden = (all: readonly ({ hidden?: boolean } | undefined)[] = []) =>
    Array.from(all, (one, at) => (one?.hidden === true ? at : -1)).filter((at) => at >= 0)
  const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!'))
  const place = book.SheetNames.indexOf(name)
  return {
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => {
      return { top: s.r, bottom: e.r, left: s.c, right: e.c }
    }),
    hiddenRows: hidden(sheet['!rows']),
    hiddenColumns: hidden(sheet['!cols']),
    isHidden: (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) > 0,
    tooLong: cells.filter(([, cell]) => isTooLong((cell as CellObject).v)).length,
  }
}

const isTooLong = (value: CellObject['v']) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) >= 1e15

/** Cell by cell and not by the range that the sheet claims, which may be anything. */
function rowsOf(
  sheet: WorkBook['Sheets'][string],
  date1904: boolean,
  { rows: mostRows, columns: mostColumns, tooBig, formulas, layout }: WorkbookReading,
): (string | undefined)[][] {
  const rows: (string | undefined)[][] = []
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue
    const { r, c } = utils.decode_cell(address)
    if (r >= mostRows || c >= mostColumns) throw new ZipRefused(tooBig)
    const text = textOf(cell as CellObject, date1904, formulas, layout === true)
    if (text === undefined) continue
    while (rows.length <= r) rows.push([])
    const row = rows[r]
    if (row) row[c] = text
  }
  return rows
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** Numbers and dates are written out exactly. */
function textOf(
  { t, v, f, z }: CellObject,
  date1904: boolean,
  formulas: WorkbookReading['formulas'],
  asShown: boolean,
): string | undefined {
  if (f !== undefined && (formulas === 'text' || v === undefined)) return `=${f}`
  if (v === undefined) return undefined
  if (t === 'e') return errors[Number(v)] ?? '#N/A'
  if (t === 'n' && typeof v === 'number') {
    if (isDateFormat(z)) return dateText(v, date1904)
    return asShown ? shownNumber(v, z) : String(v)
  }
  return String(v)
}

/** `007` of 7 in the format `000`, and `12.5%` of 0.125 in `0.00%`: what people see is what they mean. */
function shownNumber(value: number, format: CellObject['z']): string {
  if (typeof format !== 'string') return String(value)
  if (/^0{2,18}$/.test(format) && Number.isInteger(value) && value >= 0) {
    return String(value).padStart(format.length, '0')
  }
  // fifteen digits are all that a spreadsheet keeps
  if (/^[0#.,]+%$/.test(format)) return `${Number((value * 100).toPrecision(15))}%`
  return String(value)
}

interface Formats {
  is_date(format: string): boolean
  parse_date_code(
    serial: number,
    options: { date1904: boolean },
  ): Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number> | null
}
const formats = SSF as Formats

const isDateFormat = (format: CellObject['z']) =>
  typeof format === 'string' && formats.is_date(format)

function dateText(serial: number, date1904: boolean): string {
  const parts = formats.parse_date_code(serial, { date1904 })
  if (!parts) return String(serial)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`
  if (Number.isInteger(serial)) return day
  const time = [parts.H, parts.M, parts.S].map(two).join(':')
  return serial < 1 ? time : `${day}T${time}`
}
