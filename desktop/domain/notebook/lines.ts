import type { TextSpan } from './notebook.ts'

/** One line of a text; `span` includes its line end, `text` does not. */
export interface Line {
  readonly text: string
  readonly span: TextSpan
  /** From 1. */
  readonly number: number
}

/** The lines of a text, whose spans cover it without gaps. An empty text has none. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const [whole, content = ''] = match
    if (whole === '') break
    const from = match.index
    lines.push({ text: content, span: { from, to: from + whole.length }, number: lines.length + 1 })
  }
  return lines
}

/** The line end that the text uses first; a new line where it has none. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** The line (from 1) on which the offset lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}
