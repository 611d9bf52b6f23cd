import type { Typing } from './typing-fields.ts'

/** The words so far, and the pinyin that waits to become a word. */
export interface Typed {
  readonly text: string
  readonly pinyin: string
}

export const nothingTyped: Typed = { text: '', pinyin: '' }
/** More than this no field of a scenario takes, however long a key is held down. */
const longest = 40

export type Stroke =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'pick'; readonly word: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'clear' }

/** The field after a key. Every key can be taken back with `delete`. */
export function press(typing: Typing, typed: Typed, stroke: Stroke): Typed {
  switch (stroke.kind) {
    case 'key':
      return typing.by === 'pinyin'
        ? { ...typed, pinyin: (typed.pinyin + stroke.key).slice(0, longest) }
        : { ...typed, text: (typed.text + stroke.key).slice(0, longest) }
    case 'pick':
      return { text: (typed.text + stroke.word).slice(0, longest), pinyin: '' }
    case 'delete':
      return typed.pinyin === ''
        ? { ...typed, text: Array.from(typed.text).slice(0, -1).join('') }
        : { ...typed, pinyin: typed.pinyin.slice(0, -1) }
    case 'clear':
      return nothingTyped
  }
}

/**
 * Words that the pinyin may mean, at most five. The right one is not always first: as on a real
 * phone, one has to look.
 */
export function candidates(typing: Typing, { pinyin }: Typed): string[] {
  const found = typing.words?.find((word) => word.pinyin === pinyin)
  if (!found) return []
  const [first, ...others] = found.also
  const words = [...(first === undefined ? [] : [first]), found.word, ...others]
  return [...new Set(words)]
}

/** The three characters to choose from next, for the keyboard that stands for handwriting. */
export function characterChoices(typing: Typing, { text }: Typed): readonly string[] {
  return typing.choices?.[Array.from(text).length] ?? []
}

/** The key to press next on the way to the right words. */
export function nextStroke(typing: Typing, typed: Typed): Stroke | undefined {
  const { expect } = typing
  if (!expect.startsWith(typed.text)) return { kind: 'delete' }
  if (typing.by === 'pinyin') return nextPinyin(typing, typed)
  const key = Array.from(expect)[Array.from(typed.text).length]
  return key === undefined ? undefined : { kind: 'key', key }
}

function nextPinyin(typing: Typing, { text, pinyin }: Typed): Stroke | undefined {
  let written = ''
  for (const word of typing.words ?? []) {
    if (written === text) {
      if (pinyin === word.pinyin) return { kind: 'pick', word: word.word }
      if (!word.pinyin.startsWith(pinyin)) return { kind: 'delete' }
      return { kind: 'key', key: word.pinyin.charAt(pinyin.length) }
    }
    written += word.word
  }
  return pinyin !== '' || written !== text ? { kind: 'delete' } : undefined
}

export const isTyped = (typing: Typing, { text, pinyin }: Typed): boolean =>
  pinyin === '' && text === typing.expect
