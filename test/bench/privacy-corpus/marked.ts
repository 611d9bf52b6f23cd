import type { GoldText, Range, Span } from './gold.ts'

const marks = /<([^>]+)>|\[([^\]]+)\]|\{([^}]+)\}/g

/** A text in which what is personal is marked: <a name>, [an address], {what counts neither way}. */
export function marked(written: string): GoldText {
  const spans: Span[] = []
  const ignored: Range[] = []
  let text = ''
  let at = 0
  for (const match of written.matchAll(marks)) {
    const [whole, name, address, other] = match
    text += written.slice(at, match.index)
    at = match.index + whole.length
    const start = text.length
    text += name ?? address ?? other ?? ''
    const range = { start, end: text.length }
    if (name !== undefined) spans.push({ kind: 'name', ...range })
    else if (address !== undefined) spans.push({ kind: 'address', ...range })
    else ignored.push(range)
  }
  return { text: text + written.slice(at), spans, ignored }
}
