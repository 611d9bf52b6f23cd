import type { RawRow, RefusedRow } from './raw-table.ts'

export interface ParsedCsv {
  readonly rows: RawRow[]
  readonly refused: RefusedRow[]
}

/** Where a reading stands: `at` in UTF-16 units, `line` 1-based. */
interface Place {
  at: number
  line: number
}

/**
 * The rows of a delimited text after RFC 4180, with LF, CRLF or CR between them. Empty lines are no
 * rows. A quote that never closes spoils its own line only: the reading goes on with the next one.
 */
export function parseCsv(text: string, delimiter: string, mostRows = Infinity): ParsedCsv {
  const rows: RawRow[] = []
  const refused: RefusedRow[] = []
  const place: Place = { at: 0, line: 1 }
  const endOfCell = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\\r\\n]`, 'g')
  while (place.at < text.length && rows.length < mostRows) {
    const begin = { ...place }
    const cells = readRow(text, delimiter, endOfCell, place)
    if (cells === undefined) {
      Object.assign(place, begin)
      skipLine(text, place)
      refused.push({ line: begin.line, reason: '引号没有收尾' })
    } else if (cells.length > 1 || cells[0] !== '') rows.push({ line: begin.line, cells })
  }
  return { rows, refused }
}

/** The cells up to the end of the row, past which `place` moves; nothing where a quote stays open. */
function readRow(
  text: string,
  delimiter: string,
  endOfCell: RegExp,
  place: Place,
): string[] | undefined {
  const cells: string[] = []
  for (;;) {
    let cell = ''
    if (text[place.at] === '"') {
      const quoted = readQuoted(text, place)
      if (quoted === undefined) return undefined
      cell = quoted
    }
    endOfCell.lastIndex = place.at
    const end = endOfCell.exec(text)?.index ?? text.length
    cells.push(cell + text.slice(place.at, end)) // what follows a closing quote belongs to the cell
    place.at = end
    if (text[end] === delimiter) place.at += 1
    else {
      endLine(text, place)
      return cells
    }
  }
}

function readQuoted(text: string, place: Place): string | undefined {
  let cell = ''
  let from = place.at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      place.at = quote + 1
      place.line += lineBreaks(cell)
      return cell
    }
    cell += '"'
    from = quote + 2
  }
}

function lineBreaks(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1
  }
  return count
}

function skipLine(text: string, place: Place): void {
  while (place.at < text.length && text[place.at] !== '\n' && text[place.at] !== '\r') place.at += 1
  endLine(text, place)
}

function endLine(text: string, place: Place): void {
  if (place.at >= text.length) return
  place.at += text[place.at] === '\r' && text[place.at + 1] === '\n' ? 2 : 1
  place.line += 1
}

export const delimiters = [',', '\t', ';', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How much of a file tells what is between its cells, in UTF-16 units. */
const sample = 65_536

/** The sign that cuts most rows into the same number of cells, more than one; else the comma. */
export function guessDelimiter(text: string): Delimiter {
  const head = text.slice(0, sample)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const widths = new Map<number, number>()
    for (const { cells } of parseCsv(head, delimiter, 200).rows) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    }
    const score = Math.max(0, ...widths.values())
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}
