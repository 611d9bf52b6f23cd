import { lineEndOf } from './lines.ts'
import { tableCellsOf, type Cell, type Notebook } from './notebook.ts'

/** The notebook's text, put together again from its parts; always the text that was read. */
export function serialise({ text, head, blocks }: Notebook): string {
  return [head, ...blocks].map(({ span }) => text.slice(span.from, span.to)).join('')
}

/** The text with another body in one cell; everything else stays byte for byte. */
export function withBody({ text }: Notebook, cell: Cell, body: string): string {
  const eol = lineEndOf(text)
  const written = body.replaceAll(/\r\n|\n|\r/g, eol)
  const block = text.slice(cell.span.from, cell.span.to)
  const [, ticks = '```', opening = ''] = /^(`+)([^\r\n]*)/.exec(block) ?? []
  const fence = '`'.repeat(Math.max(ticks.length, longestFence(written) + 1))
  const end = /(?:\r\n|\n|\r)$/.exec(block)?.[0] ?? ''
  const inside = written === '' ? '' : written + eol
  const rewritten = `${fence}${opening}${eol}${inside}${fence}${end}`
  return text.slice(0, cell.span.from) + rewritten + text.slice(cell.span.to)
}

/** The text with one cell's `run=manual` set or taken away. */
export function withManual({ text }: Notebook, cell: Cell, manual: boolean): string {
  const block = text.slice(cell.span.from, cell.span.to)
  const [opening = ''] = /^[^\r\n]*/.exec(block) ?? []
  const plain = opening.replace(/\s+run=(?:"[^"]*"|\S+)/, '')
  const changed = manual ? `${plain} run=manual` : plain
  return (
    text.slice(0, cell.span.from) + changed + block.slice(opening.length) + text.slice(cell.span.to)
  )
}

/** The longest run of backticks that could close a fence. */
function longestFence(body: string): number {
  const runs = Array.from(body.matchAll(/^ {0,3}(`+)\s*$/gm), ([, run = '']) => run.length)
  return Math.max(2, ...runs)
}

/** The table cells of `after` that are new, or whose text differs from what it was in `before`. */
export function changedCells(before: Notebook, after: Notebook): string[] {
  const texts = new Map(tableCellsOf(before).map(({ name, sql }) => [name, sql]))
  return tableCellsOf(after)
    .filter(({ name, sql }) => texts.get(name) !== sql)
    .map(({ name }) => name)
}
