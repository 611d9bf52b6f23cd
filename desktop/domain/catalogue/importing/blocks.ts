import { isValue, mayBeNames, proposeHeader } from './header.ts'
import { isUnder, saying } from './left-out.ts'
import { isPageMark, isSection } from './marks.ts'
import { mergesWithin } from './merged.ts'
import { filledCount, isBlank, type RawRow, type RawTable } from './raw-table.ts'
import { bandsOf } from './bands.ts'

/** More tables than these nobody puts on a sheet; what looks like more is one table of texts. */
const mostTables = 40

/**
 * The tables that stand on one sheet, one below the other or side by side. The first keeps the
 * sheet's name; every row is in one of them.
 */
export function tablesIn(table: RawTable): RawTable[] {
  const starts = startsOf(table)
  const stacked =
    starts.length === 0 || starts.length > mostTables
      ? [table]
      : [0, ...starts].map((from, at) => rowsFrom(table, from, starts[at] ?? table.rows.length))
  const all = stacked.flatMap((one) => (one.even ? [one] : bandsOf(one)))
  return all.map((one, at) => ({
    ...one,
    name: at === 0 ? table.name : `${table.name} · 第 ${at + 1} 张表`,
    // what could not be read at all belongs to where it stands
    refused:
      all.length === 1 ? table.refused : table.refused.filter(({ line }) => isIn(all, at, line)),
  }))
}

/** The last table that begins at or before the line. */
function isIn(tables: readonly RawTable[], at: number, line: number): boolean {
  const owner = tables.findLastIndex(({ rows }) => (rows[0]?.line ?? 0) <= line)
  return Math.max(0, owner) === at
}

function rowsFrom(table: RawTable, from: number, to: number): RawTable {
  const rows = table.rows.slice(from, to)
  const lines = { first: rows[0]?.line ?? 0, last: rows.at(-1)?.line ?? 0 }
  const columns = { first: 0, last: Number.MAX_SAFE_INTEGER }
  const merges = mergesWithin(table.merges, lines, columns)
  return { ...table, rows, ...(merges === undefined ? {} : { merges }) }
}

/** Indices of rows where another table begins, with its titles. */
function startsOf({ rows, merges }: RawTable): number[] {
  const { row, height } = proposeHeader(rows, merges)
  const starts: number[] = []
  let said = namesAt(rows, row)
  let title = titleAbove(rows, row)
  let from = row + height
  for (let at = from + 2; at < rows.length - 1; at += 1) {
    const above = rows[at - 1]?.cells ?? []
    if (isFull(above)) continue
    const start = startAbove(rows, at, from)
    const isBlankAbove = start > 0 && isEmpty(rows[start - 1]?.cells ?? [])
    if (start === at && !isBlankAbove) continue
    if (start <= from || !beginsTable(rows, at, start < at && isBlankAbove)) continue
    const names = namesAt(rows, at)
    const ownTitle = titleAbove(rows, at)
    // the same names under the same title, or under none, are the next page of the same table
    if (names === said && (ownTitle === '' || ownTitle === title)) continue
    starts.push(start)
    ;[said, title, from] = [names, ownTitle, at + 1]
  }
  return starts
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => isBlank(cell))

/** Cheap: whether a row has at least two filled cells. */
function isFull(cells: readonly string[]): boolean {
  let filled = 0
  for (const cell of cells) {
    if (!isBlank(cell)) filled += 1
    if (filled === 2) return true
  }
  return false
}

const textOf = (cells: readonly string[]) => cells.find((cell) => !isBlank(cell)) ?? ''

const namesAt = (rows: readonly RawRow[], at: number) => saying(rows[at]?.cells ?? [])

/** The first title right above the names. */
function titleAbove(rows: readonly RawRow[], at: number): string {
  let title = ''
  for (let row = at - 1; row >= 0; row -= 1) {
    const cells = rows[row]?.cells ?? []
    if (filledCount(cells) !== 1 || isPageMark(textOf(cells))) break
    title = saying(cells)
  }
  return title
}

/** The first of the rows with one text that stand right above; notes of the table before are none. */
function startAbove(rows: readonly RawRow[], at: number, from: number): number {
  let start = at
  while (start > from) {
    const cells = rows[start - 1]?.cells ?? []
    if (filledCount(cells) !== 1 || isUnder(cells, 1) || isPageMark(textOf(cells))) break
    start -= 1
  }
  return start
}

const usualName =
  /序号|姓名|名称|街道|社区|单位|部门|区域|项目|类别|类型|指标|电话|地址|日期|时间|数量|人数|金额|备注/u

/** Whether names stand here: words where the rows below have values, or names as everyone has them. */
function beginsTable(rows: readonly RawRow[], at: number, isTitled: boolean): boolean {
  const cells = rows[at]?.cells ?? []
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length < 2 || !mayBeNames(cells) || isSection(filled[0] ?? '')) return false
  if (filled.some((cell) => isValue(cell) && !/^\d{4}年?$/.test(cell.trim()))) return false
  const next = rows.slice(at + 1, at + 4).filter((row) => isFull(row.cells))
  const overValues = next.some((row) =>
    row.cells.some((cell, column) => isValue(cell) && !isBlank(cells[column])),
  )
  if (overValues) return !hasGap(cells) || isTitled
  return isTitled && next.length > 0 && filled.filter((cell) => usualName.test(cell)).length >= 2
}

/** A row of data may have words only, where its amounts are missing: names have no such gaps. */
const hasGap = (cells: readonly string[]) => {
  const last = cells.findLastIndex((cell) => !isBlank(cell))
  const first = cells.findIndex((cell) => !isBlank(cell))
  return cells.slice(first, last).some((cell) => isBlank(cell))
}
