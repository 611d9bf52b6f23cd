/** Where the text's first token begins: after spaces and comments (which nest, as in DuckDB). */
function firstToken(text: string): number {
  let at = 0
  let depth = 0
  while (at < text.length) {
    const two = text.slice(at, at + 2)
    if (two === '/*') depth += 1
    else if (two === '*/' && depth > 0) depth -= 1
    else if (depth === 0 && two === '--') {
      const line = text.indexOf('\n', at)
      at = line < 0 ? text.length : line + 1
      continue
    } else {
      if (depth === 0 && text.charAt(at).trim() !== '' && text[at] !== ';') return at
      at += 1
      continue
    }
    at += 2
  }
  return at
}

/** The first word in capitals. It chooses the advice for a text that is refused already. */
export function firstWord(text: string): string {
  let end = firstToken(text)
  const begin = end
  while (end < text.length && /[A-Za-z_]/.test(text.charAt(end))) end += 1
  return text.slice(begin, end).toUpperCase()
}
