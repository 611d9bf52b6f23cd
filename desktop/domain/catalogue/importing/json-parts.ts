/** A piece of a JSON text: from its first sign to past its last. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** Where a JSON text stops being one, in UTF-16 units. */
export class JsonBroken extends Error {
  readonly at: number

  constructor(at: number) {
    super('broken JSON')
    this.at = at
  }
}

const blank = /[\t\n\r ]*/y
const scalar = /[^\t\n\r ,\]}]+/y

/** The place of the next sign that is no blank. */
export function afterBlank(text: string, at: number): number {
  blank.lastIndex = at
  blank.exec(text)
  return blank.lastIndex
}

/** The value that begins here, by its brackets and quotes alone; whether it is right is asked later. */
export function pieceAt(text: string, from: number): Piece {
  const first = text[from]
  if (first === '"') return { from, to: endOfString(text, from) }
  if (first !== '[' && first !== '{') return { from, to: endOfScalar(text, from) }
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = endOfString(text, at) - 1
    else if (code === 0x5b || code === 0x7b) depth += 1
    else if (code === 0x5d || code === 0x7d) {
      depth -= 1
      if (depth === 0) return { from, to: at + 1 }
    }
  }
  throw new JsonBroken(text.length)
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0
    while (text[at - 1 - escapes] === '\\') escapes += 1
    if (escapes % 2 === 0) return at + 1
  }
  throw new JsonBroken(text.length)
}

function endOfScalar(text: string, from: number): number {
  scalar.lastIndex = from
  if (!scalar.test(text)) throw new JsonBroken(from)
  return scalar.lastIndex
}

/** The items of a list that begins here; throws `JsonBroken`. */
export function* itemsOf(text: string, list: number): Generator<Piece> {
  for (const { value } of entriesOf(text, list, ']', () => undefined)) yield value
}

/** The members of an object that begins here, names still in quotes; throws `JsonBroken`. */
export function* membersOf(
  text: string,
  object: number,
): Generator<{ readonly name: Piece; readonly value: Piece }> {
  const named = (at: number) => {
    if (text[at] !== '"') throw new JsonBroken(at)
    return pieceAt(text, at)
  }
  for (const { name, value } of entriesOf(text, object, '}', named)) {
    if (name) yield { name, value }
  }
}

function* entriesOf(
  text: string,
  open: number,
  close: string,
  named: (at: number) => Piece | undefined,
): Generator<{ readonly name: Piece | undefined; readonly value: Piece }> {
  let at = afterBlank(text, open + 1)
  if (text[at] === close) return
  for (;;) {
    const name = named(at)
    if (name) {
      at = afterBlank(text, name.to)
      if (text[at] !== ':') throw new JsonBroken(at)
      at = afterBlank(text, at + 1)
    }
    const value = pieceAt(text, at)
    yield { name, value }
    at = afterBlank(text, value.to)
    if (text[at] === close) return
    if (text[at] !== ',') throw new JsonBroken(at)
    at = afterBlank(text, at + 1)
  }
}
