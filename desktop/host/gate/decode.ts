import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

/** Encodings that are told apart; what a person may choose instead. */
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

export interface Decoded {
  readonly ok: true
  readonly text: string
  readonly encoding: Encoding
  /** 1-based lines that are not in this encoding; their text has replacement characters. */
  readonly badLines: ReadonlySet<number>
  /** What was read although it is doubtful, in words for the user. */
  readonly notes: readonly string[]
}

export type Decoding = Decoded | { readonly ok: false; readonly problem: string }

const newline = 10

/**
 * Decodes in fatal mode: in the encoding that fits without a fault, or in the one that was chosen.
 * `tell` is told the part that is decoded.
 */
export function decode(
  bytes: Uint8Array,
  chosen?: string,
  tell: (part: number) => void = () => undefined,
): Decoding {
  const marked = markOf(bytes)
  const told = encodings.find((one) => one === chosen) ?? marked
  const encoding = told ?? guess(bytes)
  if (encoding === undefined) {
    return { ok: false, problem: '文件里有 NUL 字节，不是文字文件，可能已损坏' }
  }
  const body = marked === encoding ? bytes.subarray(marked === 'utf-8' ? 3 : 2) : bytes
  const text = inPieces(body, encoding, usualPiece, tell)
  if (text === undefined) return byLines(body, told ?? leastBroken(body), chosen !== undefined)
  if (text.includes('\0')) return { ok: false, problem: '文件里有 NUL 字节，可能已损坏' }
  const isGb = encoding === 'gb18030'
  const notes = isGb && /[€\u3000]/.test(text) ? doubtful(body) : []
  const badLines = isGb ? linesIn(body, isForeign) : new Set<number>()
  return { ok: true, text, encoding, badLines, notes }
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** Without a mark: UTF-16 shows by its zeros; then UTF-8, which nothing else passes for; then GB 18030. */
function guess(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  head.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  const many = Math.max(4, head.length / 20)
  if (odd >= many && even === 0) return 'utf-16le'
  if (even >= many && odd === 0) return 'utf-16be'
  if (bytes.includes(0)) return undefined
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/** Where neither fits: the one with fewer lines that do not. */
function leastBroken(bytes: Uint8Array): Encoding {
  const broken = (encoding: Encoding) => linesIn(bytes, (line) => !fits(line, encoding)).size
  return broken('utf-8') <= broken('gb18030') ? 'utf-8' : 'gb18030'
}

const usualPiece = 4 * 2 ** 20

/** The text, decoded piece by piece in fatal mode; nothing where a byte is not in this encoding. */
export function inPieces(
  bytes: Uint8Array,
  encoding: Encoding,
  size: number,
  tell: (part: number) => void = () => undefined,
): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const pieces: string[] = []
  try {
    for (let at = 0; at < bytes.length; at += size) {
      pieces.push(decoder.decode(bytes.subarray(at, at + size), { stream: true }))
      tell(Math.min(1, (at + size) / bytes.length))
    }
    pieces.push(decoder.decode())
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
  return pieces.join('')
}

const fits = (bytes: Uint8Array, encoding: Encoding) =>
  encoding === 'utf-8' ? isUtf8(bytes) : inPieces(bytes, encoding, usualPiece) !== undefined

/** A line of Chinese in UTF-8 among GB 18030: three characters that are right there by chance are none. */
function isForeign(line: Uint8Array): boolean {
  let high = 0
  for (const byte of line) if (byte >= 0x80) high += 1
  return high >= 9 && isUtf8(line)
}

/** Numbers of the lines for which this holds; a line feed is never part of a character in either encoding. */
function linesIn(bytes: Uint8Array, holds: (line: Uint8Array) => boolean): Set<number> {
  const found = new Set<number>()
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(newline, from)
    const to = end < 0 ? bytes.length : end
    if (holds(bytes.subarray(from, to))) found.add(line)
    from = to + 1
  }
  return found
}

/** Most of it fits: the lines that do not are refused one by one. */
function byLines(bytes: Uint8Array, encoding: Encoding, wasChosen: boolean): Decoding {
  if (encoding.startsWith('utf-16')) {
    return { ok: false, problem: '文字编码（UTF-16）不完整，文件可能被截断；请重新拷贝' }
  }
  const badLines = linesIn(bytes, (line) => !fits(line, encoding))
  const lines = linesIn(bytes, () => true).size
  if (badLines.size > lines / 2) {
    const problem = wasChosen
      ? '文字不是这种编码；请换一种再看'
      : '认不出文字的编码；请用 WPS 或 Excel 打开，另存为 UTF-8 的 CSV'
    return { ok: false, problem }
  }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return { ok: true, text, encoding, badLines, notes: [] }
}

/**
 * Bytes that the decoder takes silently although no table has them surely: 0x80, read as €, and
 * A3A0, read as an ideographic space.
 */
function doubtful(bytes: Uint8Array): string[] {
  let euro = 0
  let space = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    if (byte === 0x80) euro += 1
    else {
      const next = bytes[at + 1] ?? 0
      if (byte === 0xa3 && next === 0xa0) space += 1
      at += next >= 0x30 && next <= 0x39 ? 3 : 1
    }
  }
  const notes: string[] = []
  if (euro > 0) notes.push(`有 ${euro} 个字节 0x80，读成了“€”，请核对`)
  if (space > 0) notes.push(`有 ${space} 处 A3A0，读成了全角空格，请核对`)
  return notes
}
