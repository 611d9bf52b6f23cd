import { mayBeNames, proposeHeader } from './header.ts'
import { saying } from './left-out.ts'
import { unitInTitle } from './marks.ts'
import { mergesWithin } from './merged.ts'
import { filledCount, isBlank, type RawRow, type RawTable } from './raw-table.ts'

interface Band {
  readonly first: number
  readonly last: number
}

/** Tables that stand side by side with an empty column between them; else the table itself. */
export function bandsOf(table: RawTable): RawTable[] {
  const { row, height } = proposeHeader(table.rows, table.merges)
  if (height === 0) return [table]
  const bands = filledBands(table.rows.slice(row))
  if (bands.length < 2 || bands.some(({ first, last }) => last === first)) return [table]
  const parts = bands.map((band) => columnsOf(table, band))
  return parts.every(hasNames) && areApart(parts, row + height - 1) ? parts : [table]
}

/** Runs of columns in which something stands. */
function filledBands(rows: readonly RawRow[]): Band[] {
  const filled: boolean[] = []
  for (const { cells } of rows) {
    cells.forEach((cell, at) => {
      if (!isBlank(cell)) filled[at] = true
    })
  }
  const bands: Band[] = []
  for (let at = 0; at < filled.length; at += 1) {
    if (filled[at] !== true) continue
    const before = bands.at(-1)
    if (before?.last === at - 1) bands[bands.length - 1] = { first: before.first, last: at }
    else bands.push({ first: at, last: at })
  }
  return bands
}

function columnsOf(table: RawTable, band: Band): RawTable {
  const rows = table.rows.map(({ line, cells }) => ({
    line,
    cells: cells.slice(band.first, band.last + 1),
  }))
  const all = { first: 0, last: Number.MAX_SAFE_INTEGER }
  const merges = mergesWithin(table.merges, all, band)
  return { ...table, rows, ...(merges === undefined ? {} : { merges }) }
}

function hasNames({ rows, merges }: RawTable): boolean {
  const { row, height } = proposeHeader(rows, merges)
  const cells = rows[row]?.cells ?? []
  return height > 0 && filledCount(cells) >= 2 && mayBeNames(cells)
}

/** What stands in a corner above one table. */
const isAside = (cell: string) =>
  unitInTitle(cell) !== undefined || /^\s*(?:单位|日期|时间)/u.test(cell)

/** One table with an empty column has its names once, one title, and rows of one length. */
function areApart(parts: readonly RawTable[], row: number): boolean {
  const names = parts.map(({ rows }) => saying(rows[row]?.cells ?? []).split('\n'))
  const all = names.flat()
  if (new Set(all).size < all.length) return true
  const titled = parts.map(({ rows }) =>
    rows.slice(0, row).some(({ cells }) => cells.some((cell) => !isBlank(cell) && !isAside(cell))),
  )
  if (titled.every(Boolean)) return true
  const ends = parts.map(({ rows }) => rows.findLastIndex(({ cells }) => filledCount(cells) >= 2))
  return Math.max(...ends) - Math.min(...ends) >= 2
}
