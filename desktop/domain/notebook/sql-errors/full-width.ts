/** A replacement of a piece of the text, in UTF-16 units. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

const marks: Readonly<Record<string, string>> = {
  '，': ',',
  '（': '(',
  '）': ')',
  '；': ';',
  '：': ':',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '％': '%',
  '．': '.',
  '、': ',',
  '！': '!',
  '　': ' ',
}

const closing: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '”': '”', '’': '’' }

/** Where a quoted text or a comment that begins at `at` ends; `at` itself where none does. */
function skip(text: string, at: number): number {
  const until = (end: string, from: number) => {
    const found = text.indexOf(end, from)
    return found < 0 ? text.length : found + end.length
  }
  const two = text.slice(at, at + 2)
  if (two === '--') return until('\n', at)
  if (two === '/*') return until('*/', at + 2)
  const character = text[at] ?? ''
  return character === "'" || character === '"' ? until(character, at + 1) : at
}

/**
 * Full-width punctuation where SQL wants half-width, outside quotes and comments. What Chinese
 * quotation marks enclose is a text: it stays as it is, between single quotes.
 */
export function fullWidthEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (let at = 0; at < text.length; at += 1) {
    const after = skip(text, at)
    if (after > at) {
      at = after - 1
      continue
    }
    const character = text[at] ?? ''
    const close = closing[character]
    if (close !== undefined) {
      const end = text.indexOf(close, at + 1)
      const to = end < 0 ? at + 1 : end + 1
      const inner = end < 0 ? '' : text.slice(at + 1, end).replaceAll("'", "''")
      edits.push({ from: at, to, insert: end < 0 ? "'" : `'${inner}'` })
      at = to - 1
    } else if (character in marks) {
      edits.push({ from: at, to: at + 1, insert: marks[character] ?? '' })
    }
  }
  return edits
}
