import { signOf, signsIn } from './cell-signs.ts'
import type { RawRow, RefusedRow } from './raw-table.ts'

export interface ParsedCsv {
  readonly rows: RawRow[]
  readonly refused: RefusedRow[]
  /** What signs there are in each column, as `cellSigns` tells them. */
  readonly signs: number[]
}

/** Where a reading stands: `at` in UTF-16 units, `line` 1-based. */
interface Place {
  at: number
  line: number
}

/** How often the reading tells how far it is, in rows. */
const tellEvery = 20_000

/**
 * The rows of a delimited text after RFC 4180, with LF, CRLF or CR between them. Empty lines are no
 * rows. A quote that never closes spoils its own line only: the reading goes on with the next one.
 * `tell` is told the part of the text that is read.
 */
export function parseCsv(
  text: string,
  delimiter: string,
  mostRows = Infinity,
  tell: (part: number) => void = () => undefined,
): ParsedCsv {
  const rows: RawRow[] = []
  const refused: RefusedRow[] = []
  const place: Place = { at: 0, line: 1 }
  const signs: number[] = []
  const cellsOf = rowReader(text, delimiter.charCodeAt(0), signs)
  while (place.at < text.length && rows.length < mostRows) {
    const { at, line } = place
    const cells = cellsOf(place)
    if (cells === undefined) {
      place.at = at
      place.line = line
      skipLine(text, place)
      refused.push({ line, reason: '引号没有收尾' })
    } else if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
    if (rows.length % tellEvery === 0) tell(place.at / text.length)
  }
  return { rows, refused, signs }
}

const lineFeed = 10
const carriageReturn = 13
const quoteSign = 34

/**
 * Reads the cells up to the end of a row, past which the place moves; nothing where a quote stays
 * open. Signs are compared as numbers: this is where a large file spends its time.
 */
function rowReader(
  text: string,
  delimiter: number,
  signs: number[],
): (place: Place) => string[] | undefined {
  const { length } = text
  const same = sameCells(text)
  // filled anew for every row, so that each is given an array no longer than it needs
  const cells: string[] = []
  return (place) => {
    let count = 0
    for (;;) {
      let quoted = ''
      const isQuoted = text.charCodeAt(place.at) === quoteSign
      if (isQuoted) {
        const read = readQuoted(text, place)
        if (read === undefined) return undefined
        quoted = read
      }
      const from = place.at
      let end = from
      let code = -1
      let found = isQuoted ? signsIn(quoted) : 0
      for (; end < length; end += 1) {
        code = text.charCodeAt(end)
        if (code === delimiter || code === lineFeed || code === carriageReturn) break
        found |= signOf(code)
      }
      // what follows a closing quote belongs to the cell, but not to one that goes over lines
      if (isQuoted && end > from && hasLineBreak(quoted)) return undefined
      signs[count] = (signs[count] ?? 0) | found
      cells[count] = isQuoted ? quoted + text.slice(from, end) : same(from, end, count)
      count += 1
      place.at = end
      if (end < length && code === delimiter) place.at += 1
      else {
        endLine(text, place)
        return cells.slice(0, count)
      }
    }
  }
}

/** Cells that are kept at hand for each column, and how long they may be. */
const atHand = 512
const longestAtHand = 24
/** After so many cells a column that has hardly one again is cut without looking. */
const fewest = 4096
const fewAgain = 0.1

interface AtHand {
  readonly known: string[]
  asked: number
  again: number
}

/**
 * Cuts cells out; one that a column had not long ago is given again instead of a new one, so that a
 * column of few values takes little memory and is told apart by looking at the address.
 */
function sameCells(text: string): (from: number, end: number, column: number) => string {
  const columns: AtHand[] = []
  return (from, end, column) => {
    const length = end - from
    if (length === 0) return ''
    if (length > longestAtHand) return text.slice(from, end)
    const own = (columns[column] ??= {
      known: new Array<string>(atHand).fill(''),
      asked: 0,
      again: 0,
    })
    if (own.asked > fewest && own.again < own.asked * fewAgain) return text.slice(from, end)
    own.asked += 1
    const { known } = own
    const middle = text.charCodeAt(from + (length >> 1))
    const slot = ((text.charCodeAt(end - 1) * 31 + middle * 13 + length) | 0) % atHand
    const before = known[slot]
    if (before?.length === length && text.startsWith(before, from)) {
      own.again += 1
      return before
    }
    const cell = text.slice(from, end)
    known[slot] = cell
    return cell
  }
}

function readQuoted(text: string, place: Place): string | undefined {
  let cell = ''
  let from = place.at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return undefined
    cell += text.slice(from, quote)
    if (text.charCodeAt(quote + 1) !== quoteSign) {
      place.at = quote + 1
      place.line += lineBreaks(cell)
      return cell
    }
    cell += '"'
    from = quote + 2
  }
}

const hasLineBreak = (text: string) => text.includes('\n') || text.includes('\r')

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
