import * as z from 'zod'
import {
  commonFields,
  commonView,
  commonViewFields,
  repeated,
  verdictOf,
  words,
  type ValueVerdict,
} from './common.ts'
import { sameText } from './same-text.ts'
import { valueKind } from './value-kind.ts'

/** Blanks in a sentence. */

const blankSchema = z.strictObject({
  accept: z.array(words).min(1),
  /** Wrong texts and what is said to each. */
  like: z.array(z.strictObject({ text: words, say: words })).default([]),
  /** Why what belongs there does; told to every wrong text without a sentence of its own. */
  because: words,
  /** To choose from; without them it is typed. */
  choices: z.array(words).min(2).max(8).optional(),
})
type Blank = z.infer<typeof blankSchema>

export const fillSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('fill'),
    /** With `{{name}}` where a blank stands. */
    text: words,
    blanks: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), blankSchema),
  })
  .superRefine(({ text, blanks }, context) => {
    const used = piecesOf(text).flatMap((piece) => ('blank' in piece ? [piece.blank] : []))
    const refuse = (path: string[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (used.length === 0) refuse(['text'], '没有空：要填的地方写 {{名字}}')
    for (const id of repeated(used)) refuse(['text'], `{{${id}}} 写了两次，各用一个名字`)
    for (const id of used) if (!blanks[id]) refuse(['blanks'], `没有写 ${id} 这个空`)
    for (const [id, { accept, choices }] of Object.entries(blanks)) {
      if (!used.includes(id)) refuse(['blanks', id], `text 里没有 {{${id}}}`)
      const strange = choices && accept.find((each) => !choices.includes(each))
      if (strange !== undefined) refuse(['blanks', id], `accept 的“${strange}”不在 choices 里`)
      if (choices && choices.every((each) => accept.includes(each))) {
        refuse(['blanks', id], 'choices 里要有不对的')
      }
    }
  })
type Fill = z.infer<typeof fillSchema>

export const fillAnswerSchema = z.object({
  kind: z.literal('fill'),
  blanks: z.array(z.object({ id: z.string(), text: z.string().max(200) })).max(20),
})
type FillAnswer = z.infer<typeof fillAnswerSchema>

/** A piece of the sentence: words, or a blank with what may be chosen there. */
const pieceSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ blank: z.string(), choices: z.array(z.string()).nullable() }),
])

export const fillViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('fill'),
  given: fillAnswerSchema.nullable(),
  pieces: z.array(pieceSchema),
})
type FillView = z.infer<typeof fillViewSchema>

export const fillKind = valueKind<Fill, FillView, FillAnswer>('fill', '{ 空的名字: 填的字 }', {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'fill',
    given,
    pieces: piecesOf(exercise.text).map((piece) => {
      if ('text' in piece) return piece
      return { ...piece, choices: exercise.blanks[piece.blank]?.choices ?? null }
    }),
  }),
  blank: () => answer({}),
  fits: ({ pieces }, { blanks }) =>
    blanks.every(({ id }) => pieces.some((piece) => 'blank' in piece && piece.blank === id)),
  complete: ({ pieces }, { blanks }) =>
    pieces.every((piece) => 'text' in piece || textOf(blanks, piece.blank) !== ''),
  check,
  right: ({ blanks }) => answer(rightTexts(blanks)),
  begun({ blanks }) {
    const all = Object.entries(rightTexts(blanks))
    return answer(Object.fromEntries(all.slice(0, Math.floor(all.length / 2))))
  },
  wrong: ({ blanks }) =>
    Object.entries(blanks).flatMap(([id, blank]) =>
      wrongTexts(blank).map((wrong) => ({
        answer: answer({ ...rightTexts(blanks), [id]: wrong.text }),
        say: wrong.say,
      })),
    ),
  written(_, value) {
    const read = z.record(z.string(), z.coerce.string()).safeParse(value)
    return read.success ? answer(read.data) : undefined
  },
})

const answer = (texts: Readonly<Record<string, string>>): FillAnswer => ({
  kind: 'fill',
  blanks: Object.entries(texts).map(([id, text]) => ({ id, text })),
})

const rightTexts = (blanks: Fill['blanks']): Record<string, string> =>
  Object.fromEntries(Object.entries(blanks).map(([id, { accept }]) => [id, accept[0] ?? '']))

const textOf = (blanks: FillAnswer['blanks'], id: string): string =>
  blanks.find((blank) => blank.id === id)?.text.trim() ?? ''

/** The author's own wrong texts, and those that may be chosen or might be typed. */
function wrongTexts({ accept, like, because, choices }: Blank): { text: string; say: string }[] {
  const known = like.map(({ text }) => text)
  const others = (choices ?? ['不知道']).filter((text) => ![...accept, ...known].includes(text))
  return [...like, ...others.map((text) => ({ text, say: because }))]
}

type Piece = { readonly text: string } | { readonly blank: string }

/** `甲 = {{num}} ÷ 2` → words, a blank, words. */
function piecesOf(text: string): Piece[] {
  return text.split(/(\{\{[^{}]*\}\})/).flatMap((part): Piece[] => {
    const blank = /^\{\{\s*(.*?)\s*\}\}$/.exec(part)?.[1]
    if (blank !== undefined) return [{ blank }]
    return part === '' ? [] : [{ text: part }]
  })
}

function check({ blanks }: Fill, given: FillAnswer): ValueVerdict {
  const marks = Object.entries(blanks).flatMap(([at, blank]) => {
    const text = textOf(given.blanks, at)
    return text === '' ? [] : [{ at, ...judge(blank, text) }]
  })
  const wrong = marks.filter((mark) => !mark.right).length
  const lacking = Object.keys(blanks).length - marks.length
  if (wrong > 0) {
    return verdictOf('values', `有 ${wrong} 个空填得不对，看看下面的理由，再填一次。`, { marks })
  }
  if (lacking > 0) return verdictOf('values', `还有 ${lacking} 个空没有填。`, { marks })
  return verdictOf('ok', '对了，都填对了。', { marks })
}

function judge({ accept, like, because }: Blank, text: string): { right: boolean; say: string } {
  if (accept.some((each) => sameText(each, text))) return { right: true, say: because }
  const slip = like.find((each) => sameText(each.text, text))
  return { right: false, say: slip?.say ?? `这里不是“${text}”。${because}` }
}
