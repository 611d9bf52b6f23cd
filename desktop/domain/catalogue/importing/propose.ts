import { cellSigns, everySign } from './cell-signs.ts'
import {
  addCell,
  cellReader,
  emptyProfile,
  isDateTitle,
  typeOf,
  type ColumnProfile,
} from './column-profile.ts'
import type { Fill } from './fill.ts'
import type { Frame, FramedRow } from './frame.ts'
import { leftOutReasons, type LeftOut } from './left-out.ts'
import { tickOf, unitInTitle } from './marks.ts'
import { halfWidth, hasWide } from './numbers.ts'
import { isBlank } from './raw-table.ts'
import type { Step, StepKind } from './recipe.ts'

const ofData: ReadonlySet<FramedRow['kind']> = new Set(['data', 'short'])

/** What is found of each column, by its place, in the rows of these kinds, one row after another. */
export function profiler(
  { names }: Pick<Frame, 'names'>,
  kinds: ReadonlySet<FramedRow['kind']> = ofData,
) {
  const columns = names.map(({ name }) => ({
    profile: emptyProfile(),
    read: cellReader(isDateTitle(name)),
  }))
  return {
    profiles: columns.map(({ profile }): ColumnProfile => profile),
    add: ({ cells, line, kind }: FramedRow): void => {
      if (!kinds.has(kind)) return
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at]
        if (column) addCell(column.profile, cells[at] ?? '', line, column.read)
      }
    },
  }
}

/** The same of all rows of a frame. */
export function profilesOf(frame: Frame, kinds: ReadonlySet<FramedRow['kind']>): ColumnProfile[] {
  const { profiles, add } = profiler(frame, kinds)
  frame.rows.forEach(add)
  return profiles
}

/** The steps that would make a table of it; each can be taken back, but for the fixed ones. */
export function proposeSteps(
  frame: Frame,
  profiles: readonly ColumnProfile[],
  fills: readonly Fill[] = [],
): Step[] {
  // rows that someone hid may be data: they stay unless a person says otherwise
  const forTable = (kind: StepKind): Step => ({ kind, column: null, on: kind !== 'hidden_rows' })
  const kinds = new Set(frame.rows.map(({ kind }) => kind))
  const table: StepKind[] = []
  if (frame.titles.length > 0) table.push('title_rows')
  if (frame.names.some(({ was }) => was !== undefined)) table.push('names')
  for (const kind of leftOutKinds) if (kinds.has(kind)) table.push(kind)
  if (kinds.has('short')) table.push('short_rows')
  if (profiles.some(({ filled }) => filled === 0)) table.push('empty_columns')
  if (tableUnit(frame) !== undefined) table.push('table_unit')
  const filling = fills.map(({ kind, column, on }): Step => ({ kind, column, on }))
  return [...table.map(forTable), ...filling, ...columnSteps(frame, profiles)]
}

const leftOutKinds = ['empty_rows', ...(Object.keys(leftOutReasons) as LeftOut[])] as const

function columnSteps(frame: Frame, profiles: readonly ColumnProfile[]): Step[] {
  const untidy = untidyCells(frame)
  return frame.names.flatMap(({ name }, at): Step[] => {
    const profile = profiles[at]
    if (!profile || profile.filled === 0) return []
    const { type } = typeOf(profile, name)
    const kinds: StepKind[] = []
    if (type === 'integer' || type === 'number') kinds.push('number')
    else if (type !== 'string') kinds.push('date')
    if (type !== 'string' && profile.missing > 0) kinds.push('missing')
    if (type === 'string' && untidy[at]?.ticks) kinds.push('ticks')
    if (type === 'string' && untidy[at]?.trim) kinds.push('trim')
    if (type === 'string' && untidy[at]?.width) kinds.push('width')
    return kinds.map((kind) => ({ kind, column: name, on: true }))
  })
}

/** Codes in full width: letters, digits and the signs between them, nothing else. */
const wideCode = /^(?=.*[０-９Ａ-Ｚａ-ｚ])[0-9A-Za-z０-９Ａ-Ｚａ-ｚ－．／()（）-]+$/u

const isChinese = (code: number) => code >= 0x4e00 && code <= 0x9fff

export const isWideCode = (cell: string) =>
  !isChinese(cell.charCodeAt(0)) && hasWide(cell) && wideCode.test(cell.trim())
export const tidyWidth = (cell: string) => (isWideCode(cell) ? halfWidth(cell) : cell)

const isYesNo = /^\s*[是否有无]\s*$/u

/** `ticks`: nothing but ticks and crosses stands there. */
interface Untidy {
  trim: boolean
  width: boolean
  ticks: boolean
}

function untidyCells({ names, rows, signs }: Frame): Untidy[] {
  const found = names.map((): Untidy => ({ trim: false, width: false, ticks: true }))
  // where nothing is to be tidied, the first cell that is no tick ends the search
  const open = new Set(found.keys())
  for (const { cells, kind } of rows) {
    if (open.size === 0) break
    if (!ofData.has(kind)) continue
    for (const at of open) {
      const cell = cells[at] ?? ''
      const each = found[at]
      if (!each || isBlank(cell)) continue
      lookForUntidy(each, cell)
      if (!each.ticks && !mayMore(each, signs?.[at] ?? everySign)) open.delete(at)
    }
  }
  return found
}

function lookForUntidy(each: Untidy, cell: string): void {
  if (each.ticks && tickOf(cell) === undefined && !isYesNo.test(cell)) each.ticks = false
  if (!each.trim && cell !== cell.trim()) each.trim = true
  if (!each.width && isWideCode(cell)) each.width = true
}

const mayMore = ({ trim, width }: Untidy, signs: number): boolean =>
  (!trim && (signs & cellSigns.blank) !== 0) || (!width && (signs & cellSigns.wide) !== 0)

/** The unit that stands above the table for all of it. */
export function tableUnit({ titles }: Frame): string | undefined {
  const found = titles.flatMap(({ cells }) => cells.flatMap((cell) => unitInTitle(cell) ?? []))
  return found.length === 1 ? found[0] : undefined
}
