import * as z from 'zod'

/** What a `type` control says of the words to be entered, and of the keyboard for them. */

const words = z.string().trim().min(1)

/** How words are entered; `strokes` stands for handwriting, by choosing each character. */
export const keyboards = ['digits', 'letters', 'pinyin', 'strokes'] as const
export type Keyboard = (typeof keyboards)[number]

const pinyinWord = z.strictObject({
  pinyin: z.string().regex(/^[a-z]{1,24}$/),
  word: words,
  /** What else that pinyin may mean. */
  also: z.array(words).min(1).max(4),
})
export type PinyinWord = z.infer<typeof pinyinWord>

export const typingFields = {
  by: z.enum(keyboards),
  expect: words.max(24),
  words: z.array(pinyinWord).min(1).max(6).optional(),
  choices: z
    .array(z.array(z.string().regex(/^.$/u)).length(3))
    .min(1)
    .max(8)
    .optional(),
  /** Dots instead of digits: a practice password, which the screen itself tells. */
  hide: z.literal(true).optional(),
}

export interface Typing {
  readonly by: Keyboard
  readonly expect: string
  readonly words?: readonly PinyinWord[] | undefined
  readonly choices?: readonly (readonly string[])[] | undefined
}

/** Why the words cannot be entered with this keyboard; undefined where they can. */
export function typingFault({ by, expect, words, choices }: Typing): string | undefined {
  switch (by) {
    case 'digits':
      return /^\d+(?:\.\d{1,2})?$/.test(expect) ? undefined : '数字键盘只打得出数字'
    case 'letters':
      return /^[a-z0-9]+$/i.test(expect) ? undefined : '字母键盘只打得出字母和数字'
    case 'pinyin':
      return words?.map(({ word }) => word).join('') === expect
        ? undefined
        : 'words 里的词连起来不是 expect'
    case 'strokes':
      return choices && canWrite(Array.from(expect), choices)
        ? undefined
        : 'choices 里选不出 expect 的字'
  }
}

const canWrite = (characters: readonly string[], choices: readonly (readonly string[])[]) =>
  characters.length === choices.length &&
  characters.every((character, index) => choices[index]?.includes(character))
