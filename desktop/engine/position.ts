import type { Span } from '../contract/errors.ts'
import { markSpaces } from './unicode-spaces.ts'

/**
 * DuckDB tells places in two ways: its parser counts code points, its binder, its catalogue and the
 * serialised tree count UTF-8 bytes. Both count in a text in which each Unicode space outside quotes
 * has become one ASCII space. Editors count UTF-16 units.
 */
export type Counting = 'code points' | 'bytes'

const utf8Length = (codePoint: number) =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** The UTF-16 offset of a place that DuckDB named; the end of the text where it lies beyond. */
export function utf16Offset(text: string, position: number, counting: Counting): number {
  const spaces = counting === 'bytes' ? markSpaces(text) : undefined
  let counted = 0
  let offset = 0
  for (const character of text) {
    if (counted >= position) break
    const one = counting === 'code points' || spaces?.has(offset) === true
    counted += one ? 1 : utf8Length(character.codePointAt(0) ?? 0)
    offset += character.length
  }
  return offset
}

const word = /[\p{L}\p{N}\p{M}_$]+/uy
const quoted = /'[^']*'?|"[^"]*"?/y

/** The word, quoted piece or single character that begins at a UTF-16 offset; empty at the end. */
export function spanFrom(text: string, from: number): Span {
  for (const pattern of [word, quoted]) {
    pattern.lastIndex = from
    if (pattern.test(text)) return { from, to: pattern.lastIndex }
  }
  const codePoint = text.codePointAt(from)
  return {
    from,
    to: codePoint === undefined ? from : from + String.fromCodePoint(codePoint).length,
  }
}

export function spanAt(text: string, position: number, counting: Counting): Span {
  return spanFrom(text, utf16Offset(text, position, counting))
}
