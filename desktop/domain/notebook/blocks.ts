import { linesOf, type Line } from './lines.ts'
import { cellKinds, type CellKind, type TextSpan } from './notebook.ts'

/** A cut through the text: its head, its prose, its cells. The spans cover the text in order. */
export type RawBlock = RawHead | RawProse | RawCell

export interface RawHead {
  readonly kind: 'head'
  readonly span: TextSpan
  readonly line: number
  readonly body: TextSpan
  readonly closed: boolean
}

export interface RawProse {
  readonly kind: 'prose'
  readonly span: TextSpan
  readonly line: number
}

export interface RawCell {
  readonly kind: CellKind
  readonly span: TextSpan
  readonly line: number
  /** What follows the kind on the opening fence. */
  readonly info: string
  readonly body: TextSpan
  readonly closed: boolean
}

const cellFence = new RegExp(`^(\`{3,})(${cellKinds.join('|')})(?![^\\s])(.*)$`)
const anyFence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/

/** Cuts a notebook's text into blocks. Every text can be cut; `closed` tells what never ends. */
export function cut(text: string): RawBlock[] {
  const lines = linesOf(text)
  const blocks: RawBlock[] = []
  let at = 0
  let proseFrom = 0
  const flush = (to: number) => {
    const first = lines[proseFrom]
    const last = lines[to - 1]
    if (!first || !last || to <= proseFrom) return
    const span = { from: first.span.from, to: last.span.to }
    blocks.push({ kind: 'prose', span, line: first.number })
  }
  const head = cutHead(lines)
  if (head) {
    blocks.push(head.block)
    at = proseFrom = head.next
  }
  while (at < lines.length) {
    const cell = cutCell(lines, at)
    if (cell) {
      flush(at)
      blocks.push(cell.block)
      at = proseFrom = cell.next
    } else {
      at = afterProse(lines, at)
    }
  }
  flush(lines.length)
  return blocks
}

interface Cut<B> {
  readonly block: B
  /** The index of the line after it. */
  readonly next: number
}

function cutHead(lines: readonly Line[]): Cut<RawHead> | undefined {
  const first = lines[0]
  if (!first || !/^\uFEFF?---\s*$/.test(first.text)) return undefined
  let end = 1
  while (end < lines.length && !/^---\s*$/.test(lines[end]?.text ?? '')) end += 1
  const closing = lines[end]
  if (!closing) {
    const body = { from: first.span.to, to: first.span.to }
    return { block: { kind: 'head', span: first.span, line: 1, body, closed: false }, next: 1 }
  }
  const body = { from: first.span.to, to: closing.span.from }
  const span = { from: first.span.from, to: closing.span.to }
  return { block: { kind: 'head', span, line: 1, body, closed: true }, next: end + 1 }
}

/** A cell whose fence is not closed ends where the next cell opens, so that the rest stays readable. */
function cutCell(lines: readonly Line[], at: number): Cut<RawCell> | undefined {
  const first = lines[at]
  const [, fence = '', kind = '', info = ''] = cellFence.exec(first?.text ?? '') ?? []
  if (!first || fence === '') return undefined
  let end = at + 1
  while (end < lines.length) {
    const { text } = lines[end] ?? { text: '' }
    if (closes(text, fence) || cellFence.test(text)) break
    end += 1
  }
  const closing = lines[end]
  const closed = closing !== undefined && closes(closing.text, fence)
  const to = closing?.span.from ?? lines.at(-1)?.span.to ?? first.span.to
  const next = closed ? end + 1 : end
  const block: RawCell = {
    kind: kind as CellKind,
    span: { from: first.span.from, to: closed ? closing.span.to : to },
    line: first.number,
    info: info.trim(),
    body: { from: first.span.to, to },
    closed,
  }
  return { block, next }
}

/** The index after the prose line at `at`, or after the code block that it opens. */
function afterProse(lines: readonly Line[], at: number): number {
  const fence = anyFence.exec(lines[at]?.text ?? '')?.[1]
  if (fence === undefined) return at + 1
  let end = at + 1
  while (end < lines.length && !closes(lines[end]?.text ?? '', fence)) end += 1
  return Math.min(end + 1, lines.length)
}

function closes(line: string, fence: string): boolean {
  const [, run = ''] = /^ {0,3}(`+|~+)\s*$/.exec(line) ?? []
  return run.length >= fence.length && run.startsWith(fence.charAt(0))
}
