import type { SecrecyPlace } from '../../domain/catalogue/importing/scan.ts'
import { secrecyMarkIn } from '../../domain/catalogue/secrecy-mark.ts'
import { markOfText } from '../../domain/catalogue/importing/secrecy-words.ts'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * Secrecy marks in the XML parts of a workbook, whatever they are: headers and footers, properties,
 * comments, text boxes. Pieces of one text are joined, texts of different elements are not.
 */
export function marksInParts(parts: ReadonlyMap<string, Uint8Array>): SecrecyPlace[] {
  return Array.from(parts).flatMap(([name, bytes]) => {
    const text = textOf(new TextDecoder().decode(bytes))
    const mark = secrecyMarkIn(text) ?? lineMark(text)
    return mark === undefined ? [] : [{ mark, where: `工作簿的 ${name}` }]
  })
}

/** `&C`, `&"宋体,常规"`, `&12` of a page header say how it looks. */
const codes = /&(?:"[^"]*"|[A-Z]|\d{1,3})/g

/** A mark that is a line by itself; cells are looked at apart, each with its place. */
function lineMark(text: string): string | undefined {
  for (const line of text.split('\n')) {
    if (line.length > 400 || !/密|[内內]\s*部/u.test(line)) continue
    const mark = line
      .split(codes)
      .map(markOfText)
      .find((one) => one !== undefined)
    if (mark !== undefined) return mark
  }
  return undefined
}

function textOf(xml: string): string {
  return xml
    .replace(
      /<\/(?:\w+:)?(?:si|is|c|row|p|sp|comment|odd\w+|even\w+|first\w+|title|subject|creator|description|keywords|category|lpwstr|manager|company)>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, decoded)
}

function decoded(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities[name] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** What is written in an old workbook: UTF-16 at even or odd places, and GBK in its properties. */
const writings = [
  { encoding: 'utf-16le', from: 0 },
  { encoding: 'utf-16le', from: 1 },
  { encoding: 'gb18030', from: 0 },
] as const

/** Secrecy marks anywhere in these bytes, whatever part of the file they belong to. */
export function marksInBytes(bytes: Uint8Array): SecrecyPlace[] {
  for (const { encoding, from } of writings) {
    const text = new TextDecoder(encoding).decode(bytes.subarray(from))
    for (const { index } of text.matchAll(/[密料]/g)) {
      const mark = secrecyMarkIn(text.slice(Math.max(0, index - 12), index + 24))
      if (mark !== undefined) return [{ mark, where: '工作簿里' }]
    }
  }
  return []
}
