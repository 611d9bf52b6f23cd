import { secrecyMarkIn } from '../secrecy-mark.ts'
import { contextOf, scanCell, type GateKind, type Passage } from './cell-scan.ts'
import type { Frame } from './frame.ts'
import { isBlank, type RawTable } from './raw-table.ts'
import { titleKind, titleMask } from './title-kinds.ts'

/** What was found in a column. */
export interface ColumnFinding {
  readonly kind: GateKind
  /** `title`: only the title suggests it. */
  readonly by: 'value' | 'title'
  count: number
  /** The surest of them, 0 to 1. */
  confidence: number
}

/** A passage with its place; `row` counts rows of data from 1. */
export interface Occurrence extends Passage {
  readonly column: string
  readonly row: number
  readonly by: 'value' | 'title'
}

/** Different cells of a column whose passages are remembered: names of streets come again and again. */
const mostKnown = 1000

const titleConfidence = 0.5

/** Every cell of every row below the header; `tell` is told of each passage. */
export function scanFrame(
  { names, rows }: Frame,
  tell: (occurrence: Occurrence) => void = () => undefined,
): ColumnFinding[][] {
  const columns = names.map(({ name }) => ({
    name,
    context: contextOf(name),
    suggested: titleKind(name),
    found: new Map<GateKind, ColumnFinding>(),
    known: new Map<string, Passage[]>(),
  }))
  let row = 0
  for (const { cells, kind } of rows) {
    if (kind === 'empty_rows') continue
    row += 1
    // a row that is too wide is not kept, but what is in it was still looked at
    columns.forEach(({ name, context, suggested, found, known }, at) => {
      const cell = cells[at]
      if (cell === undefined || isBlank(cell)) return
      const passages = known.get(cell) ?? scanCell(cell, context, name)
      if (known.size < mostKnown) known.set(cell, passages)
      for (const passage of passages) {
        note(found, passage, 'value')
        tell({ ...passage, column: name, row, by: 'value' })
      }
      if (suggested === undefined || passages.length > 0) return
      const whole = { kind: suggested, start: 0, end: cell.length, confidence: titleConfidence }
      note(found, whole, 'title')
      tell({ ...whole, masked: titleMask, column: name, row, by: 'title' })
    })
  }
  return columns.map(({ found }) => [...found.values()])
}

function note(
  found: Map<GateKind, ColumnFinding>,
  { kind, confidence }: Pick<Passage, 'kind' | 'confidence'>,
  by: ColumnFinding['by'],
): void {
  const known = found.get(kind)
  if (!known) found.set(kind, { kind, by, count: 1, confidence })
  else {
    known.count += 1
    known.confidence = Math.max(known.confidence, confidence)
  }
}

/** A secrecy mark and where it stands. */
export interface SecrecyPlace {
  readonly mark: string
  readonly where: string
}

/** Cheap: what no mark does without, whatever its writing. */
const mayMark = /[密料\uf900-\ufaff]|[\u{2f800}-\u{2fa1f}]/u

/** Marks in a table's name and in all its rows, titles and header included; at most so many. */
export function secrecyIn({ name, rows }: RawTable, most = 20): SecrecyPlace[] {
  const places: SecrecyPlace[] = []
  const inName = secrecyMarkIn(name)
  if (inName !== undefined) places.push({ mark: inName, where: `表名“${name}”` })
  for (const { line, cells } of rows) {
    if (places.length >= most) break
    const joined = cells.join('\n')
    if (!mayMark.test(joined)) continue
    cells.forEach((cell, at) => {
      const mark = secrecyMarkIn(cell)
      if (mark !== undefined) {
        places.push({ mark, where: `“${name}”第 ${line} 行第 ${at + 1} 列` })
      }
    })
  }
  return places
}
