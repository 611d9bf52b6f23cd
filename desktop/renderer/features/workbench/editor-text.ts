import type { Span } from '../../../contract/errors.ts'

/** A body as an editor holds it, whose lines end in a line feed alone. */
export function editorText(body: string): string {
  return body.replaceAll(/\r\n|\r/g, '\n')
}

/** A place in a body as an editor counts it. */
export function editorSpan(body: string, { from, to }: Span): Span {
  const shift = (offset: number) => editorText(body.slice(0, offset)).length
  return { from: shift(from), to: shift(to) }
}
