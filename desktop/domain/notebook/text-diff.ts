import { changesBetween, type Change } from './line-changes.ts'
import { linesOf } from './lines.ts'

/** A part of a line; `changed` where the other text has other words. */
export interface Piece {
  readonly text: string
  readonly changed: boolean
}

/** A line of a comparison; line numbers count from 1. */
export type DiffRow =
  | {
      readonly kind: 'same'
      readonly before: number
      readonly after: number
      readonly text: string
    }
  | { readonly kind: 'removed'; readonly before: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'added'; readonly after: number; readonly pieces: readonly Piece[] }
  /** So many equal lines are left out, from this line of `before` on. */
  | { readonly kind: 'skipped'; readonly before: number; readonly lines: number }

export interface TextDiff {
  readonly rows: readonly DiffRow[]
  /** Lines, as are `removed`. */
  readonly added: number
  readonly removed: number
  /** The texts differ, but only in how their lines end. */
  readonly endsOnly: boolean
}

/** Equal lines shown around each change. */
const AROUND = 2
/** Longer lines are told as changed as a whole. */
const LONGEST_LINE = 2000

/** Compares two texts line by line, and in lines that replace one another word by word. */
export function compareTexts(before: string, after: string): TextDiff {
  const [one, other] = [textsOf(before), textsOf(after)]
  const changes = changesBetween(one, other)
  const rows: DiffRow[] = []
  let at = 0
  for (const [index, change] of changes.entries()) {
    const shift = change.after.from - change.before.from
    rows.push(...equalRows(one, { from: at, to: change.before.from }, shift, index > 0, true))
    rows.push(...changedRows(one, other, change))
    at = change.before.to
  }
  if (changes.length > 0) {
    const rest = { from: at, to: one.length }
    rows.push(...equalRows(one, rest, other.length - one.length, true, false))
  }
  return { rows, ...sizeOf(changes), endsOnly: changes.length === 0 && before !== after }
}

/** How many lines `after` has that `before` has not, and the other way round. */
export function sizeOfChange(
  before: string,
  after: string,
): { readonly added: number; readonly removed: number } {
  return sizeOf(changesBetween(textsOf(before), textsOf(after)))
}

const textsOf = (text: string) => linesOf(text).map((line) => line.text)

function sizeOf(changes: readonly Change[]) {
  return changes.reduce(
    (sum, { before, after }) => ({
      added: sum.added + after.to - after.from,
      removed: sum.removed + before.to - before.from,
    }),
    { added: 0, removed: 0 },
  )
}

/** Equal lines: those next to a change, and a note of the others. */
function equalRows(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  shift: number,
  afterChange: boolean,
  beforeChange: boolean,
): DiffRow[] {
  const head = Math.min(to, from + (afterChange ? AROUND : 0))
  const tail = Math.max(head, to - (beforeChange ? AROUND : 0))
  const left = tail - head
  const row = (index: number): DiffRow => ({
    kind: 'same',
    before: index + 1,
    after: index + 1 + shift,
    text: lines[index] ?? '',
  })
  const rows = (first: number, last: number) =>
    Array.from({ length: last - first }, (_, n) => row(first + n))
  // one line takes no more room than the note that it is left out
  if (left <= 1) return rows(from, to)
  return [
    ...rows(from, head),
    { kind: 'skipped', before: head + 1, lines: left },
    ...rows(tail, to),
  ]
}

function changedRows(
  one: readonly string[],
  other: readonly string[],
  { before, after }: Change,
): DiffRow[] {
  const removed = one.slice(before.from, before.to)
  const added = other.slice(after.from, after.to)
  const pairs = Array.from({ length: Math.min(removed.length, added.length) }, (_, n) =>
    comparePair(removed[n] ?? '', added[n] ?? ''),
  )
  const whole = (text: string): Piece[] => [{ text, changed: false }]
  return [
    ...removed.map((text, n): DiffRow => {
      const pieces = pairs[n]?.before ?? whole(text)
      return { kind: 'removed', before: before.from + n + 1, pieces }
    }),
    ...added.map((text, n): DiffRow => {
      const pieces = pairs[n]?.after ?? whole(text)
      return { kind: 'added', after: after.from + n + 1, pieces }
    }),
  ]
}

interface Pair {
  readonly before: readonly Piece[]
  readonly after: readonly Piece[]
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Two lines word by word; nothing where they have little in common, and marks would only confuse. */
function comparePair(before: string, after: string): Pair | undefined {
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE) return undefined
  const [one, other] = [wordsOf(before), wordsOf(after)]
  const changes = changesBetween(one, other)
  const pair = {
    before: piecesOf(
      one,
      changes.map((change) => change.before),
    ),
    after: piecesOf(
      other,
      changes.map((change) => change.after),
    ),
  }
  const kept = pair.before.reduce((sum, { text, changed }) => sum + (changed ? 0 : text.length), 0)
  return kept * 3 < Math.max(before.length, after.length) ? undefined : pair
}

function piecesOf(words: readonly string[], changed: readonly Change['before'][]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const push = (to: number, isChanged: boolean) => {
    if (to > at) pieces.push({ text: words.slice(at, to).join(''), changed: isChanged })
    at = to
  }
  for (const { from, to } of changed) {
    push(from, false)
    push(to, true)
  }
  push(words.length, false)
  return pieces
}
