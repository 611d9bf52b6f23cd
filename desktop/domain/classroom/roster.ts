import { type CellKind, cellKind, cleanName, isNameHeading, type NameNote } from './roster-cells.ts'
import { rosterTable } from './roster-table.ts'

/** The longest name that is kept, in characters. */
export const nameLimit = 20

/** Why a line is left out, or not chosen before somebody has looked at it. */
export type LeftOut = 'heading' | 'no_name' | 'too_long' | 'odd_signs' | 'unlike' | 'repeated'

/** One name of the list, or a line without one. */
export interface RosterLine {
  /** From 1, as the text has it. */
  readonly line: number
  readonly name: string
  readonly notes: readonly (NameNote | 'other_column')[]
  readonly out?: LeftOut
}

/** What stands beside the names and is not kept. */
export interface Dropped {
  readonly phones: number
  readonly ids: number
  readonly others: number
}

export interface Roster {
  readonly lines: readonly RosterLine[]
  /** The columns to choose the name from, by their heading or what stands in them first. */
  readonly columns: readonly string[]
  /** The names' column; -1 where each line is a list of names. */
  readonly column: number
  readonly dropped: Dropped
  readonly emptyLines: number
}

interface Cell {
  readonly text: string
  readonly kind: CellKind
  readonly at: number
}

/**
 * Reads a list of people as it comes out of a spreadsheet, a chat or a document. The names' column is
 * found by its heading and by what stands in it, unless `column` says which it is; where a line has
 * its name elsewhere, it is taken from there. Numbers of phones and documents are never kept.
 */
export function readRoster(text: string, column?: number): Roster {
  const { rows, emptyLines } = rosterTable(text)
  const cells = rows.map(({ line, cells: own, numbered }) => ({
    ...{ line, numbered },
    cells: own.map((one, at): Cell => ({ text: one, kind: cellKind(one), at })),
  }))
  const isList = column === undefined && cells.every((row) => isListOfNames(row.cells))
  if (isList) {
    const isHeaded = cells.some(({ cells: [cell] }) => isNameHeading(cell?.text ?? ''))
    const lines = cells.flatMap(({ line, cells: own, numbered }) =>
      own.map((cell) => lineOf(line, cell, numbered || isHeaded)),
    )
    const columns = columnTitles(cells.map((row) => row.cells))
    return { lines: once(lines), columns, column: -1, dropped: droppedOf([]), emptyLines }
  }
  const tables = cells.map((row) => row.cells)
  const chosen = column ?? nameColumn(tables)
  const hasHeading = tables.some((row) => isNameHeading(row[chosen]?.text ?? ''))
  const taken = cells.map((row) => ({ ...row, cell: nameCell(row.cells, chosen) }))
  const beside = taken.flatMap(({ cells: own, cell }) => own.filter((one) => one !== cell))
  const lines = taken.map(({ line, cell, numbered, cells: own }): WithNumbers => {
    const told = lineOf(
      line,
      cell ?? { text: '', kind: 'empty', at: chosen },
      numbered || hasHeading,
    )
    const isElsewhere = cell !== undefined && cell.at !== chosen && own.length > 1
    const numbers = own.filter(({ kind }) => kind === 'phone' || kind === 'id').map(digits)
    return { ...told, numbers, ...(isElsewhere && { notes: [...told.notes, 'other_column'] }) }
  })
  return {
    ...{ lines: once(lines), columns: columnTitles(tables), column: chosen, emptyLines },
    dropped: droppedOf(beside),
  }
}

/** As a phone is compared with another. */
const digits = ({ text }: Cell) => text.replaceAll(/[^\dXx]/g, '')

/** Names one after another, or one of anything. */
const isListOfNames = (cells: readonly Cell[]) =>
  cells.length === 1 || cells.every(({ kind }) => kind === 'name')

/** The name's cell of a row: in the names' column, or the only one that looks like a name. */
function nameCell(cells: readonly Cell[], column: number): Cell | undefined {
  const own = cells[column]
  if (own && ['name', 'heading'].includes(own.kind)) return own
  const names = cells.filter(({ kind }) => kind === 'name')
  if (names.length === 1 && own?.kind !== 'other') return names[0]
  return own
}

function lineOf(line: number, { text, kind }: Cell, isSurelyName: boolean): RosterLine {
  const { name, notes } = cleanName(text)
  const out = leftOut(name, text, kind, isSurelyName)
  if (out === undefined || out === 'unlike') return { line, name, notes, ...(out && { out }) }
  return { line, name: text.trim().slice(0, 30), notes: [], out }
}

function leftOut(
  name: string,
  text: string,
  kind: CellKind,
  isSurelyName: boolean,
): LeftOut | undefined {
  if (kind === 'heading') return 'heading'
  if (!/\p{L}/u.test(name) || ['phone', 'id', 'number', 'sex', 'empty'].includes(kind)) {
    return 'no_name'
  }
  if (/[<>{}=@/\\#|$%^~`]/.test(text)) return 'odd_signs'
  if (name.length > nameLimit) return 'too_long'
  const asCleaned = kind === 'name' || cellKind(name) === 'name'
  return asCleaned || isSurelyName ? undefined : 'unlike'
}

type WithNumbers = RosterLine & { readonly numbers?: readonly string[] }

/** The same name with the same phone or document is one person, written twice. */
function once(lines: readonly WithNumbers[]): RosterLine[] {
  const seen = new Set<string>()
  return lines.map(({ numbers = [], ...line }) => {
    if (line.out) return line
    const keys = numbers.map((number) => `${line.name} ${number}`)
    const isRepeated = keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isRepeated ? { ...line, out: 'repeated' } : line
  })
}

function nameColumn(rows: readonly (readonly Cell[])[]): number {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const scores = Array.from({ length: width }, (_, at) => {
    const own = rows.flatMap((row) => row[at] ?? []).filter(({ kind }) => kind !== 'empty')
    const names = own.filter(({ kind }) => kind === 'name').length
    const heading = own.find(({ kind }) => kind === 'heading')
    const said = heading === undefined ? 0 : isNameHeading(heading.text) ? 0.45 : -0.3
    return names / Math.max(1, own.length) + said
  })
  return Math.max(0, scores.indexOf(Math.max(...scores)))
}

function columnTitles(rows: readonly (readonly Cell[])[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, at) => {
    const own = rows.flatMap((row) => row[at] ?? []).filter(({ kind }) => kind !== 'empty')
    const heading = own.find(({ kind }) => kind === 'heading') ?? own[0]
    return heading?.text.trim().slice(0, 12) ?? ''
  })
}

function droppedOf(cells: readonly Cell[]): Dropped {
  const count = (...kinds: CellKind[]) => cells.filter(({ kind }) => kinds.includes(kind)).length
  return {
    phones: count('phone'),
    ids: count('id'),
    others: count('name', 'number', 'sex', 'other'),
  }
}
