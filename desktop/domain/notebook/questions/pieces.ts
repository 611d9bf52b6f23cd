import { lexiconOf, type Entry, type KnownTable, type Meaning } from './lexicon.ts'

/** A piece of a question and what it may mean; nothing where nobody knows. Offsets in UTF-16 units. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The likeliest first; several where the piece is ambiguous. */
  readonly meanings: readonly Meaning[]
}

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const dateAt = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:份)?)?/
const firstAt = /^(?:前|top\s*)([\d一二两三四五六七八九十]{1,3})(?:名|位|个|条|行)?/i
const compareAt = /^(\d+(?:\.\d+)?)\s*(?:岁|天|件|人|元)?\s*(?:及)?(以上|以下|以内)/
const overAt = /^(?:超过|大于|高于|不少于)\s*(\d+(?:\.\d+)?)\s*(?:岁|天|件|人|元)?/

/** Cuts a question into the longest pieces that are known; what is not known stays in pieces of its own. */
export function piecesOf(question: string, table: KnownTable): Piece[] {
  const entries = lexiconOf(table)
  const pieces: Piece[] = []
  let unknown = 0
  let at = 0
  const flush = (to: number) => {
    const text = question.slice(unknown, to)
    if (text.trim() !== '') pieces.push({ from: unknown, to, text, meanings: [] })
  }
  while (at < question.length) {
    const found = patternAt(question.slice(at)) ?? entryAt(question, at, entries)
    if (!found) {
      at += 1
      continue
    }
    flush(at)
    const to = at + found.text.length
    pieces.push({ from: at, to, text: found.text, meanings: found.meanings })
    at = unknown = to
  }
  flush(question.length)
  return pieces
}

interface Found {
  readonly text: string
  readonly meanings: readonly Meaning[]
}

function entryAt(question: string, at: number, entries: readonly Entry[]): Found | undefined {
  const first = entries.find(({ text }) => question.startsWith(text, at))
  if (!first) return undefined
  const same = entries.filter(({ text }) => text === first.text)
  return { text: first.text, meanings: same.map(({ meaning }) => meaning) }
}

function patternAt(rest: string): Found | undefined {
  const [date, year = '', month] = dateAt.exec(rest) ?? []
  if (date !== undefined) return { text: date, meanings: [timeOf(Number(year), month)] }
  const [first, count = ''] = firstAt.exec(rest) ?? []
  if (first !== undefined) {
    return { text: first, meanings: [{ kind: 'first', count: numberOf(count) }] }
  }
  const [compared, size = '', side] = compareAt.exec(rest) ?? []
  if (compared !== undefined) {
    const test = side === '以上' ? 'from' : 'to'
    return { text: compared, meanings: [{ kind: 'compare', test, number: Number(size) }] }
  }
  const [over, least = ''] = overAt.exec(rest) ?? []
  if (over === undefined) return undefined
  return { text: over, meanings: [{ kind: 'compare', test: 'from', number: Number(least) }] }
}

function timeOf(year: number, month: string | undefined): Meaning {
  if (month === undefined) return { kind: 'time', from: `${year}-01-01`, to: `${year}-12-31` }
  const index = Math.min(12, Math.max(1, Number(month)))
  const last = new Date(Date.UTC(year, index, 0)).getUTCDate()
  const prefix = `${year}-${String(index).padStart(2, '0')}`
  return { kind: 'time', from: `${prefix}-01`, to: `${prefix}-${last}` }
}

/** `十`, `二十`, `12`. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : (digits[tens] ?? 1)) * 10 : 0
  return Math.max(1, ten + (ones === '' ? 0 : (digits[ones] ?? 0)))
}
