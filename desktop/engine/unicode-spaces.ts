/**
 * The spaces that DuckDB's parser replaces by an ASCII space before it reads a text
 * (`Parser::StripUnicodeSpaces`); U+3000 is what a Chinese keyboard types.
 */
function isUnicodeSpace(codePoint: number): boolean {
  return (
    codePoint === 0xa0 ||
    (codePoint >= 0x2000 && codePoint <= 0x200b) ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x2060 ||
    codePoint === 0x3000 ||
    codePoint === 0xfeff
  )
}

const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

/** Where the quotes or the line comment that begin at `at` end; `at` itself where none begins. */
function quotedUntil(text: string, at: number): number {
  const end = (found: number, length: number) => (found < 0 ? text.length : found + length)
  const character = text[at]
  if (character === "'" || character === '"') return end(text.indexOf(character, at + 1), 1)
  if (character === '-' && text[at + 1] === '-') {
    const line = /[\r\n]/g
    line.lastIndex = at
    return end(line.exec(text)?.index ?? -1, 0)
  }
  if (character === '$') {
    dollarTag.lastIndex = at
    const tag = dollarTag.exec(text)?.[0]
    if (tag) return end(text.indexOf(tag, at + tag.length), tag.length)
  }
  return at
}

/** UTF-16 offsets of the Unicode spaces that DuckDB replaces: those outside quotes. */
export function markSpaces(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at < text.length; at += 1) {
    const after = quotedUntil(text, at)
    if (after > at) at = after - 1
    else if (isUnicodeSpace(text.charCodeAt(at))) found.add(at)
  }
  return found
}
