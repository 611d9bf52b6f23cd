import {
  isIndexRow,
  isNote,
  isPageMark,
  isPart,
  isRemark,
  isSection,
  isTotal,
  isUnit,
} from './marks.ts'
import { filledCount, isBlank } from './raw-table.ts'

/** Rows that are about the table and no part of it, and why they are not taken. */
export const leftOutReasons = {
  unit_rows: '单位行，不是数据',
  index_rows: '给各列编号的行，不是数据',
  total_rows: '合计或小计行，不是数据',
  part_rows: '“其中”行，上面的行里已经算过',
  section_rows: '分组标题，不是数据',
  repeat_rows: '每页重复的标题、列名或页码，不是数据',
  note_rows: '表下的说明，不是数据',
  hidden_rows: '在文件里是隐藏的，按您的选择没有导入',
} as const

export type LeftOut = 'empty_rows' | keyof typeof leftOutReasons

/** Where a row stands, and what was said before it. */
export interface Standing {
  /** Right below the header, where units and the columns' numbers stand. */
  readonly isTop: boolean
  /** So far down that only notes can follow. */
  readonly mayBeNote: boolean
  /** Header and title rows, as `saying` writes them. */
  readonly said: ReadonlySet<string>
  /** A merge over at least half of the table begins here. */
  readonly isSpread: boolean
}

/** What a row says, for comparing it with another. */
export const saying = (cells: readonly string[]): string =>
  cells
    .filter((cell) => !isBlank(cell))
    .map(bareCell)
    .join('\n')

const bareCell = (cell: string) =>
  isVisibleAscii(cell) ? cell : cell.normalize('NFKC').replace(/\s|\(?续表?\)?$/gu, '')

/** Numbers and codes are bare as they stand, and most rows begin with one. */
function isVisibleAscii(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code <= 0x20 || code >= 0x7f) return false
  }
  return true
}

/** Whether a row says what one above the table says; most rows differ in their first cell. */
function isSaid(first: string, cells: readonly string[], said: ReadonlySet<string>): boolean {
  const bare = bareCell(first)
  for (const one of said) if (one.startsWith(bare)) return said.has(saying(cells))
  return false
}

/** What a row below the header is, if it is not data. */
export function leftOutKind(cells: readonly string[], place: Standing): LeftOut | undefined {
  const filled = filledCount(cells)
  if (filled === 0) return 'empty_rows'
  if (place.isTop && cells.every((cell) => isBlank(cell) || isUnit(cell))) return 'unit_rows'
  if (place.isTop && isIndexRow(cells)) return 'index_rows'
  const first = firstOf(cells)
  if (isTotal(cells[0]) || isTotal(cells[1])) return 'total_rows'
  if (first !== cells[0] && isTotal(first)) return 'total_rows'
  if (isPart(first)) return 'part_rows'
  const isAlone = filled === 1 && cells.length > 1
  if (isSaid(first, cells, place.said) || (isAlone && isPageMark(first))) return 'repeat_rows'
  if (place.mayBeNote && isUnder(cells, filled)) return 'note_rows'
  if (!isAlone || cells.length < 3) return undefined
  return !place.mayBeNote && (place.isSpread || isSection(first)) ? 'section_rows' : undefined
}

const firstOf = (cells: readonly string[]) => cells.find((cell) => !isBlank(cell)) ?? ''

/** Whether a row looks like one under a table: notes, signatures, a sentence alone. */
export function isUnder(cells: readonly string[], filled = filledCount(cells)): boolean {
  if (cells.length < 2 || filled === 0) return false
  const few = filled <= Math.max(1, Math.floor(cells.length / 3))
  const first = firstOf(cells)
  if (isNote(first)) {
    const notes = cells.filter((cell) => !isBlank(cell) && (isNote(cell) || /[:：]/u.test(cell)))
    return few || notes.length * 2 >= filled
  }
  return filled === 1 && cells.length > 2 && isRemark(first)
}
