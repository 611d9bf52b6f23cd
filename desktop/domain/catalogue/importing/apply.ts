import { typeOf, type ColumnProfile, type ColumnType } from './column-profile.ts'
import { readDate, serialDay } from './dates.ts'
import type { Frame, FramedRow } from './frame.ts'
import { isMissing, isUnit, unitOf } from './marks.ts'
import { readNumber } from './numbers.ts'
import { isWideCode, tidyWidth } from './propose.ts'
import { isBlank, type RefusedRow } from './raw-table.ts'
import type { Step, StepKind } from './recipe.ts'

/** A column as it will be. */
export interface CleanColumn {
  readonly name: string
  /** Its place in the file, from 0. */
  readonly at: number
  readonly type: ColumnType
  readonly unit?: string
  /** The text of a cell, or null where there is no value. */
  readonly read: (cell: string) => string | null
  /** Column steps that are done, in their order. */
  readonly steps: readonly StepKind[]
}

/** The kinds of rows that these steps keep. */
export function keptKinds(steps: readonly Step[]): Set<FramedRow['kind']> {
  const left = steps.filter(({ on }) => on).map(({ kind }) => kind)
  const all = ['data', 'short', 'empty_rows', 'unit_rows', 'total_rows', 'note_rows'] as const
  return new Set(all.filter((kind) => !left.some((one) => one === kind)))
}

/** What the steps make of a table. */
export interface Cleaned {
  readonly columns: readonly CleanColumn[]
  /** Rows that are kept, as they stand in the file; `read` of each column makes their values. */
  readonly rows: readonly FramedRow[]
  /** Every row that has something in it and is not kept, and why. */
  readonly refused: readonly RefusedRow[]
  /** Rows with something in them: kept and refused together. */
  readonly rowsIn: number
}

const reasons = {
  unit_rows: '单位行，不是数据',
  total_rows: '合计或小计行，不是数据',
  note_rows: '表下的说明，不是数据',
} as const

export function applySteps(
  frame: Frame,
  profiles: readonly ColumnProfile[],
  steps: readonly Step[],
  unreadable: readonly RefusedRow[],
): Cleaned {
  const on = (kind: StepKind, column: string | null = null) =>
    steps.some((step) => step.kind === kind && step.column === column && step.on)
  const rows: FramedRow[] = []
  const refused: RefusedRow[] = [...unreadable]
  const left = new Map((['unit_rows', 'total_rows', 'note_rows'] as const).map((k) => [k, on(k)]))
  const dropsEmpty = on('empty_rows')
  let empty = 0
  for (const row of frame.rows) {
    const { kind, line, cells } = row
    if (kind === 'wide') refused.push({ line, reason: wideReason(cells.length, frame) })
    else if (kind === 'empty_rows' && dropsEmpty) empty += 1
    else if (kind in reasons && left.get(kind as keyof typeof reasons) === true) {
      refused.push({ line, reason: reasons[kind as keyof typeof reasons] })
    } else rows.push(row)
  }
  const rowsIn = frame.rows.length - empty + unreadable.length
  const columns = columnsOf(frame, profiles, steps, on('unit_rows'), on('empty_columns'))
  return { columns, rows, refused: refused.sort((a, b) => a.line - b.line), rowsIn }
}

const wideReason = (cells: number, { names }: Frame) =>
  `这一行有 ${cells} 格，列名只有 ${names.length} 个`

function columnsOf(
  frame: Frame,
  profiles: readonly ColumnProfile[],
  steps: readonly Step[],
  unitsLeftOut: boolean,
  dropsEmpty: boolean,
): CleanColumn[] {
  const own = new Map<string, StepKind[]>()
  for (const { kind, column, on } of steps) {
    if (column !== null && on) own.set(column, [...(own.get(column) ?? []), kind])
  }
  const units = unitsLeftOut ? frame.rows.find(({ kind }) => kind === 'unit_rows') : undefined
  return frame.names.flatMap(({ name }, at): CleanColumn[] => {
    const profile = profiles[at]
    if (!profile || (dropsEmpty && profile.filled === 0)) return []
    const found = typeOf(profile, name)
    const done = own.get(name) ?? []
    const type = typed(found.type, done, profile.missing > 0)
    const unit = unitFor(profile, type, units?.cells[at])
    const read = reader(type, done, found.serial === true)
    return [{ name, at, type, steps: done, read, ...(unit === undefined ? {} : { unit }) }]
  })
}

/** A type needs its step, and that signs for a missing value are taken as such; else it is text. */
function typed(type: ColumnType, done: readonly StepKind[], hasMissing: boolean): ColumnType {
  const needed = type === 'integer' || type === 'number' ? 'number' : 'date'
  if (type === 'string' || !done.includes(needed)) return 'string'
  return hasMissing && !done.includes('missing') ? 'string' : type
}

function unitFor(profile: ColumnProfile, type: ColumnType, cell = ''): string | undefined {
  if (type !== 'number' && type !== 'integer') return undefined
  if (profile.forms.has('percent')) return '%'
  return isUnit(cell) ? unitOf(cell) : undefined
}

/** How a cell becomes a value; of a text column as it stands, but for the steps that are done. */
export function reader(
  type: ColumnType,
  done: readonly StepKind[],
  serial = false,
): CleanColumn['read'] {
  const trims = done.includes('trim')
  const narrows = done.includes('width')
  if (type === 'string') {
    return (cell) => {
      if (isBlank(cell)) return null
      const narrow = narrows && isWideCode(cell) ? tidyWidth(cell) : cell
      return trims ? narrow.trim() : narrow
    }
  }
  const value = type === 'integer' || type === 'number' ? number : serial ? serialDate : date
  return remembering((cell) =>
    isBlank(cell) ? null : (value(cell, type) ?? (isMissing(cell) ? null : cell)),
  )
}

const mostRemembered = 1000

/** The same days and amounts come again and again: the first so many are not read anew. */
function remembering(read: CleanColumn['read']): CleanColumn['read'] {
  const known = new Map<string, string | null>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const value = read(cell)
    if (known.size < mostRemembered) known.set(cell, value)
    return value
  }
}

const number = (cell: string) => readNumber(cell)?.text

const serialDate = (cell: string) => {
  const serial = readNumber(cell)?.text
  return serial === undefined ? undefined : serialDay(Number(serial))
}

function date(cell: string, type: ColumnType): string | undefined {
  const found = readDate(cell, true)
  if (found?.kind === 'date' && type === 'datetime') return `${found.text} 00:00:00`
  return found?.text
}
