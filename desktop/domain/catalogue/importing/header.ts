import { findPersonal } from '../../privacy/find.ts'
import { inTitles } from '../../privacy/finding.ts'
import { maskPersonal } from '../../privacy/mask.ts'
import { readDate } from './dates.ts'
import { isUnit } from './marks.ts'
import { readNumber } from './numbers.ts'
import { filledCount, isBlank, type RawRow } from './raw-table.ts'

/** Which rows hold the columns' names. */
export interface Header {
  /** Index of the first of them among the table's rows; rows before are titles. */
  readonly row: number
  /** 0 where the table has no names, 2 where groups stand over them. */
  readonly height: 0 | 1 | 2
}

/** So far down a header is looked for. */
const searched = 30

const isValue = (cell: string) => readNumber(cell) !== undefined || readDate(cell) !== undefined

/** Proposes the header: the first row that is nearly as wide as the table and holds mostly words. */
export function proposeHeader(rows: readonly RawRow[]): Header {
  const typical = typicalWidth(rows)
  const wide = rows
    .slice(0, searched)
    .findIndex(({ cells }) => filledCount(cells) >= Math.max(1, Math.ceil(typical * 0.6)))
  const row = Math.max(0, wide)
  const cells = rows[row]?.cells ?? []
  if (!mayBeNames(cells)) return { row, height: 0 }
  return { row, height: isSecondRow(cells, rows[row + 1]?.cells) ? 2 : 1 }
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
function mayBeNames(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  const years = filled.filter((cell) => /^\d{4}年?$/.test(cell.trim())).length
  const values = filled.filter(isValue).length - years
  if (filled.some((cell) => findPersonal(cell, inTitles).length > 0)) return false
  return values <= filled.length * 0.3 && years < filled.length
}

/** A second row of names fills what the first leaves empty, and leaves empty what it fills. */
function isSecondRow(first: readonly string[], second: readonly string[] | undefined): boolean {
  if (!second || filledCount(second) === 0) return false
  const filled = second.filter((cell) => !isBlank(cell))
  if (filled.some(isValue) || filled.every(isUnit)) return false
  const below = second.some((cell, at) => !isBlank(cell) && isBlank(first[at]))
  const left = first.some((cell, at) => !isBlank(cell) && isBlank(second[at]))
  return below && left
}

export interface ColumnName {
  readonly name: string
  /** What stands in the file, where the name is another. */
  readonly was?: string
}

/** The columns' names: groups before the names below them, empty ones numbered, repeated ones too. */
export function columnNames(
  rows: readonly RawRow[],
  { row, height }: Header,
  width: number,
): ColumnName[] {
  const upper = height > 0 ? (rows[row]?.cells ?? []) : []
  const lower = height === 2 ? (rows[row + 1]?.cells ?? []) : []
  const taken = new Set<string>()
  let group = ''
  return Array.from({ length: width }, (_, at) => {
    const above = oneLine(upper[at])
    const below = oneLine(lower[at])
    if (above !== '') group = below === '' ? '' : above
    const written = below === '' ? above : [group, below].filter((part) => part !== '').join('_')
    const name = free(written === '' ? `列${at + 1}` : written, taken)
    taken.add(name.toLowerCase())
    return name === (upper[at] ?? '') && height === 1 ? { name } : { name, was: upper[at] ?? '' }
  })
}

/** Personal numbers that stand where a name should are not kept. */
const oneLine = (cell: string | undefined) =>
  maskPersonal((cell ?? '').replace(/\s+/gu, ' ').trim(), inTitles).text

function free(name: string, taken: ReadonlySet<string>): string {
  let number = 2
  let tried = name
  while (taken.has(tried.toLowerCase())) {
    tried = `${name}_${number}`
    number += 1
  }
  return tried
}
