import { findPersonal } from '../../privacy/find.ts'
import { inTitles } from '../../privacy/finding.ts'
import { readDate } from './dates.ts'
import { isIndexRow, isNote, isUnit } from './marks.ts'
import { spreadMerges } from './merged.ts'
import { readNumber } from './numbers.ts'
import { filledCount, isBlank, type Merge, type RawRow } from './raw-table.ts'

/** Which rows hold the columns' names. */
export interface Header {
  /** Index of the first of them among the table's rows; rows before are titles. */
  readonly row: number
  /** 0 where the table has no names, 2 or 3 where groups stand over them. */
  readonly height: 0 | 1 | 2 | 3
}

/** So far down a header is looked for. */
const searched = 30

export const isValue = (cell: string) =>
  readNumber(cell) !== undefined || readDate(cell) !== undefined

/** Proposes the header: the first row that is nearly as wide as the table and holds mostly words. */
export function proposeHeader(rows: readonly RawRow[], merges?: readonly Merge[]): Header {
  const head = spreadMerges(rows, merges)
  const typical = typicalWidth(rows)
  const wide = head
    .slice(0, searched)
    .findIndex(({ cells }) => filledCount(cells) >= Math.max(1, Math.ceil(typical * 0.6)))
  const found = Math.max(0, wide)
  if (!mayBeNames(head[found]?.cells ?? [])) return { row: found, height: 0 }
  const row = topOf(head, found)
  return { row, height: heightAt(head, { row, found }, rows, merges) }
}

/** The upper quartile of filled cells among the first rows: titles and notes are narrower. */
function typicalWidth(rows: readonly RawRow[]): number {
  const widths = rows
    .slice(0, 200)
    .map(({ cells }) => filledCount(cells))
    .filter((width) => width > 0)
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.75)] ?? 0
}

/** Personal numbers are no names: a file without a header would show them in its columns' names. */
export function mayBeNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  const years = filled.filter((cell) => /^\d{4}年?$/.test(cell.trim())).length
  const values = filled.filter(isValue).length - years
  if (filled.some((cell) => findPersonal(cell, inTitles).length > 0)) return false
  return values <= filled.length * 0.3 && years < filled.length
}

/** Groups that stand over the names are narrower than these: up to two rows of them. */
function topOf(head: readonly RawRow[], found: number): number {
  let row = found
  while (row > 0 && found - row < 2) {
    const above = head[row - 1]?.cells ?? []
    if (filledCount(above) < 2 || !mayBeNames(above) || above.some(isAside)) break
    if (!standsOver(above, head[row]?.cells ?? [])) break
    row -= 1
  }
  return row
}

/** Titles, and what stands beside them: `日期：……`, `附件 1`, `……情况表`. */
const isAside = (cell: string) => /[:：]|^\s*(?:附件|附?表\s*\d)|表\s*$/u.test(cell) || isNote(cell)

/** Groups leave empty what the names below them fill. */
function standsOver(groups: readonly string[], names: readonly string[]): boolean {
  return names.some((cell, at) => !isBlank(cell) && isBlank(groups[at]))
}

/** How many rows of names there are: merges tell, or else what one leaves empty and the next fills. */
function heightAt(
  head: readonly RawRow[],
  { row, found }: { readonly row: number; readonly found: number },
  rows: readonly RawRow[],
  merges: readonly Merge[] = [],
): 1 | 2 | 3 {
  let height = 1
  let above = rows[row]?.cells ?? []
  while (height < 3) {
    const next = rows[row + height]
    if (!next || !mayBeNames(head[row + height]?.cells ?? [])) break
    const last = rows[row + height - 1]?.line ?? 0
    const isHeld = merges.some(
      ({ top, bottom }) => top <= last && bottom >= next.line && top < next.line,
    )
    const isUnder = isHeld ? isLower(next.cells) : isSecondRow(above, next.cells)
    if (!isUnder && row + height > found) break
    height += 1
    above = Array.from({ length: Math.max(above.length, next.cells.length) }, (_, at) =>
      isBlank(above[at]) ? (next.cells[at] ?? '') : (above[at] ?? ''),
    )
  }
  return height === 1 ? 1 : height === 2 ? 2 : 3
}

/** Below a cell that is merged downwards everything else is a name, but for a row of units. */
function isLower(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  return filled.length > 0 && !filled.every(isUnit) && !filled.some(isValue)
}

/** A second row of names fills what the first leaves empty, and leaves empty what it fills. */
function isSecondRow(first: readonly string[], second: readonly string[] | undefined): boolean {
  if (!second || filledCount(second) === 0) return false
  const filled = second.filter((cell) => !isBlank(cell))
  if (filled.some(isValue) || filled.every(isUnit) || isIndexRow(second)) return false
  const below = second.some((cell, at) => !isBlank(cell) && isBlank(first[at]))
  const left = first.some((cell, at) => !isBlank(cell) && isBlank(second[at]))
  return below && left
}
