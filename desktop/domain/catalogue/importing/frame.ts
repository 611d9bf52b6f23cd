import type { Header } from './header.ts'
import { isUnder, leftOutKind, saying, type LeftOut } from './left-out.ts'
import { isIndexRow, isUnit } from './marks.ts'
import { columnNames, type ColumnName } from './names.ts'
import { filledCount, isBlank, type RawRow, type RawTable } from './raw-table.ts'

/** A row below the header with what it is. */
export interface FramedRow extends RawRow {
  readonly kind: 'data' | 'short' | 'wide' | LeftOut
}

/** A table with its header found: names, and of every row below what it is. */
export interface Frame {
  readonly header: Header
  readonly titles: readonly RawRow[]
  readonly names: readonly ColumnName[]
  readonly rows: readonly FramedRow[]
  /** Of each column, as in the table it was made of. */
  readonly signs?: readonly number[] | undefined
}

/** Where the header of a recipe stands among the rows; the first row where its line is gone. */
export function headerAt(
  rows: readonly RawRow[],
  { line, height }: { readonly line: number; readonly height: Header['height'] },
): Header {
  const row = rows.findIndex((each) => each.line >= line)
  return { row: Math.max(0, row), height }
}

export function frameOf(table: RawTable, header: Header): Frame {
  const { rows, even, merges, signs } = table
  const below = rows.slice(header.row + header.height)
  const named = rows.slice(header.row, header.row + header.height)
  const width = Math.max(
    1,
    ...named.map(({ cells }) => cells.length),
    even && named.length > 0 ? 1 : widest(below),
  )
  const titles = rows.slice(0, header.row)
  return {
    header,
    titles,
    signs,
    names: columnNames(rows, header, width, merges),
    rows: framed(
      table,
      below,
      width,
      new Set([...titles, ...named].map((row) => saying(row.cells))),
    ),
  }
}

function framed(
  { even, merges = [], hidden }: RawTable,
  below: readonly RawRow[],
  width: number,
  said: ReadonlySet<string>,
): FramedRow[] {
  // notes can only follow the last row that is as wide as a row of data
  const typical = Math.max(2, Math.ceil(width / 2))
  const last = below.findLastIndex(
    ({ cells }) => filledCount(cells) >= typical && !isUnder(cells.slice(0, width)),
  )
  const tops = topRows(below)
  const spread = new Set(
    merges.filter(({ left, right }) => right - left + 1 >= width / 2).map(({ top }) => top),
  )
  return below.map((row, at) => {
    const cells = row.cells.length > width ? row.cells.slice(0, width) : row.cells
    if (cells !== row.cells && row.cells.slice(width).some((cell) => !isBlank(cell))) {
      return { line: row.line, cells: row.cells, kind: 'wide' }
    }
    const place = { isTop: at < tops, mayBeNote: at > last, said, isSpread: spread.has(row.line) }
    const left = leftOutKind(cells, place)
    if (left !== undefined) return { line: row.line, cells: row.cells, kind: left }
    if (hidden?.has(row.line) === true)
      return { line: row.line, cells: row.cells, kind: 'hidden_rows' }
    return {
      line: row.line,
      cells: row.cells,
      kind: even && row.cells.length < width ? 'short' : 'data',
    }
  })
}

/** How many rows right below the names are units or number the columns; at most three. */
function topRows(below: readonly RawRow[]): number {
  const rest = below.slice(0, 3).findIndex(({ cells }, at) => {
    const next = below[at + 1]?.cells
    const isIndex = isIndexRow(cells) && next && !/^[乙丙B]$/.test(next[0]?.trim() ?? '')
    return !isIndex && !cells.every((cell) => isBlank(cell) || isUnit(cell))
  })
  return rest < 0 ? Math.min(3, below.length) : rest
}

function widest(rows: readonly RawRow[]): number {
  let most = 0
  for (const { cells } of rows) {
    let width = cells.length
    while (width > most && isBlank(cells[width - 1])) width -= 1
    most = Math.max(most, width)
  }
  return most
}
