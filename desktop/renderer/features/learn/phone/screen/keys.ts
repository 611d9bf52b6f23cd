import type { Keyboard, Typing } from '../../../../../domain/simulation/typing-fields.ts'
import type { Stroke } from '../../../../../domain/simulation/typing.ts'

/**
 * The rows of the drawn keyboards. The letters keep a real keyboard's order, each row broken in
 * two: ten keys beside each other would be too small for a finger that trembles.
 */
const letters = ['qwert', 'yuiop', 'asdfg', 'hjkl', 'zxcvb', 'nm'].map((row) => Array.from(row))
const digits = ['123', '456', '789', '0'].map((row) => Array.from(row))

const keyRows: Readonly<Record<Keyboard, readonly (readonly string[])[]>> = {
  digits,
  letters: [Array.from('12345'), Array.from('67890'), ...letters],
  pinyin: letters,
  strokes: [],
}

/** The rows for a field; money has a point beside the 0. */
export const rowsFor = ({ by, expect }: Typing): readonly (readonly string[])[] =>
  by === 'digits' && expect.includes('.') ? [...digits.slice(0, -1), ['.', '0']] : keyRows[by]

/** What a key of a real keyboard does in the field; undefined: nothing. */
export function strokeOf(
  typing: Typing,
  key: string,
  offers: readonly string[],
): Stroke | undefined {
  const { by } = typing
  if (key === 'Backspace') return { kind: 'delete' }
  const offer = offers[Number(key) - 1]
  if (offer !== undefined && by !== 'digits') return pickOf(by, offer)
  const lower = key.toLowerCase()
  return rowsFor(typing).some((row) => row.includes(lower))
    ? { kind: 'key', key: lower }
    : undefined
}

/** A chosen character is written as a key is; a chosen word takes the place of its pinyin. */
export const pickOf = (by: Keyboard, word: string): Stroke =>
  by === 'strokes' ? { kind: 'key', key: word } : { kind: 'pick', word }

export const sameStroke = (one: Stroke | 'done', other: Stroke | 'done'): boolean =>
  keyOf(one) === keyOf(other)

function keyOf(stroke: Stroke | 'done'): string {
  if (stroke === 'done') return stroke
  if (stroke.kind === 'key') return `key ${stroke.key}`
  return stroke.kind === 'pick' ? `pick ${stroke.word}` : stroke.kind
}
