import { columnNames, type ColumnName, type Header } from './header.ts'
import { leftOutKind, type LeftOut } from './marks.ts'
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
}

/** Where the header of a recipe stands among the rows; the first row where its line is gone. */
export function headerAt(
  rows: readonly RawRow[],
  { line, height }: { readonly line: number; readonly height: 0 | 1 | 2 },
): Header {
  const row = rows.findIndex((each) => each.line >= line)
  return { row: Math.max(0, row), height }
}

export function frameOf({ rows, even }: RawTable, header: Header): Frame {
  const below = rows.slice(header.row + header.height)
  const named = header.height > 0 ? rows.slice(header.row, header.row + header.height) : []
  const width = Math.max(
    1,
    ...named.map(({ cells }) => cells.length),
    even && named.length > 0 ? 1 : widest(below),
  )
  // notes can only follow the last row that is as wide as a row of data
  const typical = Math.max(2, Math.ceil(width / 2))
  const last = below.findLastIndex(({ cells }) => filledCount(cells) >= typical)
  const kind = (row: RawRow, at: number): FramedRow['kind'] => {
    const isWide = row.cells.length > width
    if (isWide && row.cells.slice(width).some((cell) => !isBlank(cell))) return 'wide'
    const cells = isWide ? row.cells.slice(0, width) : row.cells
    const left = leftOutKind(cells, { isFirst: at === 0, mayBeNote: at > last })
    return left ?? (even && row.cells.length < width ? 'short' : 'data')
  }
  return {
    header,
    titles: rows.slice(0, header.row),
    names: columnNames(rows, header, width),
    rows: below.map((row, at) => ({ line: row.line, cells: row.cells, kind: kind(row, at) })),
  }
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
