/** The name of a table, a column, an input: what a reader calls it, and how SQL writes it. */
interface NamePiece {
  readonly kind: 'name'
  readonly text: string
  readonly code: string
}

/** SQL that no sentence was found for; shown as it stands. */
interface CodePiece {
  readonly kind: 'code'
  readonly text: string
}

export type Piece = string | NamePiece | CodePiece

/** Part of a sentence. */
export type Words = readonly Piece[]

export const code = (text: string): Words => [{ kind: 'code', text }]
export const name = (text: string, sql = text): Words => [{ kind: 'name', text, code: sql }]

type Part = string | number | Piece | Words

/** A sentence with parts put in, as a template: say`按 ${column} 分组`. */
export function say(texts: TemplateStringsArray, ...parts: readonly Part[]): Words {
  return texts.flatMap((text, index) => {
    const part = parts[index]
    return [text, ...(part === undefined ? [] : piecesOf(part))].filter((piece) => piece !== '')
  })
}

const piecesOf = (part: Part): Words =>
  typeof part === 'number'
    ? [String(part)]
    : Array.isArray(part)
      ? (part as Words)
      : [part as Piece]

/** Enumerates: `、` between, or what is given. */
export function list(items: readonly Words[], between = '、'): Words {
  return items.flatMap((item, index) => (index === 0 ? item : [between, ...item]))
}

const textOfPiece = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.text)
const ends = /[\s，。；：、（）“”「」]$/u
const begins = /^[\s，。；：、（）“”「」]/u
const latin = /[\p{Script=Latin}\p{N}$%]/u
const chinese = /\p{Script=Han}/u

/** Whether a space belongs between two neighbours: around names, and between Chinese and Latin. */
export function isApart(before: Piece, after: Piece): boolean {
  const left = textOfPiece(before)
  const right = textOfPiece(after)
  const marked = typeof before !== 'string' || typeof after !== 'string'
  if (!isCode(before) && ends.test(left)) return false
  if (!isCode(after) && begins.test(right)) return false
  if (marked) return true
  const [end, start] = [left.at(-1) ?? '', right[0] ?? '']
  return (latin.test(end) && chinese.test(start)) || (chinese.test(end) && latin.test(start))
}

const isCode = (piece: Piece) => typeof piece !== 'string' && piece.kind === 'code'

/** The sentence as plain text; SQL stands between backticks. */
export function plain(words: Words): string {
  return words
    .map((piece, index) => {
      const text = isCode(piece) ? `\`${textOfPiece(piece)}\`` : textOfPiece(piece)
      const before = words[index - 1]
      return before !== undefined && isApart(before, piece) ? ` ${text}` : text
    })
    .join('')
}

/** Whether something in it could not be put into words. */
export const hasCode = (words: Words): boolean => words.some(isCode)
