import { cellSigns, everySign } from './cell-signs.ts'
import type { Frame, FramedRow } from './frame.ts'
import { isDitto } from './marks.ts'
import { readNumber } from './numbers.ts'
import { isBlank, type Merge } from './raw-table.ts'

/** Cells of a column that take the text of one above them. */
export interface Fill {
  readonly kind: 'fill_down' | 'ditto'
  readonly column: string
  readonly at: number
  /** Whether it is proposed to be done, or only to be possible. */
  readonly on: boolean
  /** Indices of rows with what they are given. */
  readonly cells: ReadonlyMap<number, string>
}

/** Rows whose cells say something about the rows below them. */
const counts = ({ kind }: FramedRow) =>
  kind === 'data' || kind === 'short' || kind === 'hidden_rows'

/** Everything that could be filled: merged cells, groups written once, ditto marks. */
export function fillsOf(frame: Frame, merges: readonly Merge[] = []): Fill[] {
  const { names, rows, signs } = frame
  const tall = merges.filter(({ top, bottom }) => bottom > top)
  return names.flatMap(({ name: column }, at): Fill[] => {
    const own = tall.filter(({ left, right }) => left <= at && right >= at)
    const merged = own.length > 0 ? fromMerges(rows, at, own) : grouped(rows, at)
    const may = ((signs?.[at] ?? everySign) & cellSigns.ditto) !== 0
    const marks = may ? dittos(rows, at) : none
    const fills: Fill[] = []
    if (merged.cells.size > 0) fills.push({ kind: 'fill_down', column, at, ...merged })
    if (marks.size > 0) fills.push({ kind: 'ditto', column, at, on: true, cells: marks })
    return fills
  })
}

/** An amount that stands once for several rows would be counted several times. */
function fromMerges(rows: readonly FramedRow[], at: number, merges: readonly Merge[]) {
  const cells = new Map<number, string>()
  const byLine = new Map(rows.map((row, index) => [row.line, index]))
  let amounts = 0
  for (const { top, bottom, left } of merges) {
    const text = rows[byLine.get(top) ?? -1]?.cells[left] ?? ''
    if (isBlank(text)) continue
    if (readNumber(text)) amounts += 1
    for (let line = top; line <= bottom; line += 1) {
      const index = byLine.get(line)
      const row = index === undefined ? undefined : rows[index]
      if (index !== undefined && row && counts(row) && isBlank(row.cells[at]))
        cells.set(index, text)
    }
  }
  return { cells, on: amounts === 0 }
}

/**
 * Without merges only the first two columns can be groups: a text begins, is written once, and the
 * rows below it are empty there and filled further right.
 */
function grouped(rows: readonly FramedRow[], at: number): Pick<Fill, 'cells' | 'on'> {
  const cells = new Map<number, string>()
  const none = { cells: new Map<number, string>(), on: false }
  if (at > 1) return none
  const seen = new Set<string>()
  let group = ''
  let groups = 0
  for (const [index, row] of rows.entries()) {
    if (!counts(row)) continue
    const cell = row.cells[at] ?? ''
    if (isBlank(cell)) {
      const isFilled = !isBlank(row.cells[at + 1]) && !isBlank(row.cells[at + 2])
      if (group === '' || !isFilled) return none
      cells.set(index, group)
      continue
    }
    // long columns without a gap are not looked through whole
    if (readNumber(cell) || seen.has(cell) || (cells.size === 0 && groups > 500)) return none
    seen.add(cell)
    group = cell
    groups += 1
  }
  return groups >= 2 && cells.size >= groups ? { cells, on: true } : none
}

const none: ReadonlyMap<number, string> = new Map()

function dittos(rows: readonly FramedRow[], at: number): Map<number, string> {
  const cells = new Map<number, string>()
  let above = ''
  rows.forEach((row, index) => {
    const cell = row.cells[at] ?? ''
    if (!counts(row) || isBlank(cell)) return
    if (!isDitto(cell)) above = cell
    else if (above !== '') cells.set(index, above)
  })
  return cells
}

/** The frame with these cells filled; rows that are not touched stay the same objects. */
export function withFills(frame: Frame, fills: readonly Fill[]): Frame {
  if (fills.length === 0) return frame
  const rows = frame.rows.slice()
  for (const { at, cells } of fills) {
    for (const [index, text] of cells) {
      const row = rows[index]
      if (!row) continue
      const filled = Array.from({ length: Math.max(row.cells.length, at + 1) }, (_, place) =>
        place === at ? text : (row.cells[place] ?? ''),
      )
      rows[index] = { ...row, cells: filled }
    }
  }
  return { ...frame, rows }
}
