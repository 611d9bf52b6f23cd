import { namesNobody } from '../../privacy/cell.ts'
import { Batches, type Beside } from './batches.ts'
import { scanCell, type GateKind, type Passage } from './cell-scan.ts'
import { cellSigns, everySign, signOf } from './cell-signs.ts'
import { cellScanner } from './cell-scanner.ts'
import type { Frame, FramedRow } from './frame.ts'
import { isBlank, type RawTable } from './raw-table.ts'
import { markOfName, markOfText } from './secrecy-words.ts'
import { titleKind, titleMask } from './title-kinds.ts'

/** What was found in a column. */
export interface ColumnFinding {
  readonly kind: GateKind
  /** `title`: only the title suggests it. */
  readonly by: 'value' | 'title'
  count: number
  /** The surest of them, 0 to 1. */
  confidence: number
}

/** A passage with its place; `row` counts rows of data from 1. */
export interface Occurrence extends Passage {
  readonly column: string
  readonly row: number
  readonly by: 'value' | 'title'
}

const titleConfidence = 0.5

/** Who wants to know what, while a table is looked through. */
export interface Listening {
  /** Told of every row as it is gone through: while it is at hand, it is cheap to look at. */
  readonly onRow?: (row: FramedRow) => void
  /** Told of every passage. */
  readonly tell?: ((occurrence: Occurrence) => void) | undefined
  /** Told the part that is looked through, 0 to 1. */
  readonly onPart?: (part: number) => void
  /** Reads some of the cells. */
  readonly beside?: Beside | undefined
}

/** How often the part is told, in rows. */
const tellEvery = 20_000

/** How much of a scan is done when all rows are gone through; cells to be read for themselves are not. */
const untilGathered = 0.4

/**
 * Goes through every cell of every row below the header. What it gives finishes the scan: until then
 * somebody beside reads what has to be read for itself.
 */
export function beginScan(
  { names, rows }: Frame,
  listening: Listening = {},
): () => ColumnFinding[][] {
  const { onPart = () => undefined, onRow = () => undefined, beside } = listening
  const columns = names.map(({ name }) => ({
    name,
    suggested: titleKind(name),
    found: new Map<GateKind, ColumnFinding>(),
    passagesOf: cellScanner(name),
  }))
  const batches = new Batches(beside)
  let row = 0
  for (const each of rows) {
    onRow(each)
    const { cells, kind } = each
    if (kind === 'empty_rows') continue
    row += 1
    if (row % tellEvery === 0) onPart((row / rows.length) * untilGathered)
    // a note below the table is not what the title of the column says
    const isNote = kind === 'note_rows' || kind === 'section_rows'
    // a row that is too wide is not kept, but what is in it was still looked at
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at]
      const cell = cells[at]
      if (column === undefined || cell === undefined || isBlank(cell)) continue
      if (isNote) noteAll(column, scanCell(cell, ''), row, listening)
      else {
        const passages = column.passagesOf(cell)
        if (passages) noteCell(column, passages, { cell, row }, listening)
        else batches.add(at, column.name, row, cell)
      }
    }
  }
  return () => {
    const tellRead = (part: number) => onPart(untilGathered + part * (1 - untilGathered))
    for (const { column: at, passages, cell, row: read } of batches.finish(tellRead)) {
      const column = columns[at]
      if (column) noteCell(column, passages, { cell, row: read }, listening)
    }
    return columns.map(({ found }) => [...found.values()])
  }
}

interface Column {
  readonly name: string
  /** What the title says its cells are. */
  readonly suggested: GateKind | undefined
  readonly found: Map<GateKind, ColumnFinding>
}

interface Read {
  readonly cell: string
  readonly row: number
}

/** A cell in which nothing is found is still what the title says. */
function noteCell(
  column: Column,
  passages: readonly Passage[],
  { cell, row }: Read,
  { tell }: Listening,
): void {
  const { name, suggested, found } = column
  if (passages.length > 0) noteAll(column, passages, row, { tell })
  else if (suggested !== undefined && !namesNobody(cell)) {
    const whole = { kind: suggested, start: 0, end: cell.length, confidence: titleConfidence }
    note(found, whole, 'title')
    tell?.({ ...whole, masked: titleMask, column: name, row, by: 'title' })
  }
}

function noteAll(
  { name, found }: Column,
  passages: readonly Passage[],
  row: number,
  { tell }: Listening,
): void {
  for (const passage of passages) {
    note(found, passage, 'value')
    tell?.({ ...passage, column: name, row, by: 'value' })
  }
}

function note(
  found: Map<GateKind, ColumnFinding>,
  { kind, confidence }: Pick<Passage, 'kind' | 'confidence'>,
  by: ColumnFinding['by'],
): void {
  const known = found.get(kind)
  if (!known) found.set(kind, { kind, by, count: 1, confidence })
  else {
    known.count += 1
    known.confidence = Math.max(known.confidence, confidence)
  }
}

/** A secrecy mark and where it stands. */
export interface SecrecyPlace {
  readonly mark: string
  readonly where: string
}

/** Cheap: what no mark does without, whatever its writing: 密 or 内, and those written alike. */
function mayMark(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) {
    if ((signOf(cell.charCodeAt(at)) & cellSigns.secret) !== 0) return true
  }
  return false
}

/** Marks in a table's name and in all its rows, titles and header included; at most so many. */
export function secrecyIn({ name, rows, signs }: RawTable, most = 20): SecrecyPlace[] {
  const places: SecrecyPlace[] = []
  const inName = markOfName(name)
  if (inName !== undefined) places.push({ mark: inName, where: `表名“${name}”` })
  const may = (at: number) => ((signs?.[at] ?? everySign) & cellSigns.secret) !== 0
  if (signs?.every((one) => (one & cellSigns.secret) === 0)) return places
  for (const { line, cells } of rows) {
    if (places.length >= most) break
    if (!cells.some((cell, at) => may(at) && mayMark(cell))) continue
    for (const { mark, at } of marksInCells(cells)) {
      places.push({ mark, where: `“${name}”第 ${line} 行第 ${at + 1} 列` })
    }
  }
  return places
}

/** A mark may be written one sign to a cell: then it is where it begins. */
function marksInCells(cells: readonly string[]): { readonly mark: string; readonly at: number }[] {
  const found = cells.flatMap((cell, at) => {
    const mark = mayMark(cell) ? markOfText(cell) : undefined
    return mark === undefined ? [] : [{ mark, at }]
  })
  if (found.length > 0 || !cells.some((cell) => /^\s*[★☆*＊]/u.test(cell))) return found
  const mark = markOfText(cells.join(''))
  return mark === undefined ? [] : [{ mark, at: cells.findIndex((cell) => cell.trim() !== '') }]
}
