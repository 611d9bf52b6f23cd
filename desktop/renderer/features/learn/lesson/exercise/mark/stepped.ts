import type { Span } from '../../../../../../domain/course/mark/span.ts'

/** A mark with one end moved by a whole character; it keeps at least one, and stays in the text. */
export function stepped(text: string, { from, to }: Span, end: 'from' | 'to', by: 1 | -1): Span {
  const at = beside(text, end === 'from' ? from : to, by)
  const next = end === 'from' ? { from: at, to } : { from, to: at }
  return next.from < next.to ? next : { from, to }
}

/** The next place between two characters, of which one may be two units long. */
function beside(text: string, at: number, by: 1 | -1): number {
  if (by > 0)
    return Math.min(text.length, at + String.fromCodePoint(text.codePointAt(at) ?? 0).length)
  const before = text.codePointAt(at - 2) ?? 0
  return Math.max(0, at - (at >= 2 && before > 0xffff ? 2 : 1))
}
