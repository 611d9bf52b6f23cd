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
import { quoted } from './quoted.ts'
import { shuffled } from './shuffle.ts'
import { valueKind } from './value-kind.ts'

/** What is on the left goes with what is on the right. */

export const matchSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('match'),
    pairs: z
      .array(z.strictObject({ left: words, right: words, because: words }))
      .min(3)
      .max(7),
    /** What else stands on the right and goes with nothing. */
    extra: z
      .array(z.strictObject({ right: words, because: words }))
      .max(4)
      .default([]),
  })
  .superRefine(({ pairs, extra }, context) => {
    const [left] = repeated(pairs.map((pair) => pair.left))
    const [right] = repeated([...pairs, ...extra].map((pair) => pair.right))
    const twice = left ?? right
    if (twice === undefined) return
    context.addIssue({ code: 'custom', path: ['pairs'], message: `“${twice}”写了两次` })
  })
type Match = z.infer<typeof matchSchema>

const pairSchema = z.object({ left: z.string(), right: z.string() })

/** The pairs made so far. */
export const matchAnswerSchema = z.object({
  kind: z.literal('match'),
  pairs: z.array(pairSchema).max(7),
})
type MatchAnswer = z.infer<typeof matchAnswerSchema>

export const matchViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('match'),
  given: matchAnswerSchema.nullable(),
  lefts: z.array(z.string()),
  /** Shuffled. */
  rights: z.array(z.string()),
})
type MatchView = z.infer<typeof matchViewSchema>

export const matchKind = valueKind<Match, MatchView, MatchAnswer>('match', '{ 左: 右, 左: 右 }', {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'match',
    given,
    lefts: exercise.pairs.map(({ left }) => left),
    rights: rights(exercise),
  }),
  blank: () => answer([]),
  fits: ({ lefts, rights }, { pairs }) =>
    repeated(pairs.map(({ left }) => left)).length === 0 &&
    pairs.every(({ left, right }) => lefts.includes(left) && rights.includes(right)),
  complete: ({ lefts }, { pairs }) => lefts.length === pairs.length,
  check,
  right: ({ pairs }) => answer(pairs),
  begun: ({ pairs }) => answer(pairs.slice(0, Math.floor(pairs.length / 2))),
  wrong: ({ pairs, extra }) => [
    ...pairs.map((pair, place) => {
      const other = pairs[(place + 1) % pairs.length] ?? pair
      return { answer: changed(pairs, pair.left, other.right), say: other.because }
    }),
    ...extra.map(({ right, because }) => ({
      answer: changed(pairs, pairs[0]?.left ?? '', right),
      say: because,
    })),
  ],
  written(_, value) {
    const read = z.record(z.string(), z.coerce.string()).safeParse(value)
    if (!read.success) return undefined
    return answer(Object.entries(read.data).map(([left, right]) => ({ left, right })))
  },
})

const answer = (pairs: MatchAnswer['pairs']): MatchAnswer => ({
  kind: 'match',
  pairs: pairs.map(({ left, right }) => ({ left, right })),
})

const changed = (pairs: Match['pairs'], left: string, right: string): MatchAnswer =>
  answer(pairs.map((pair) => (pair.left === left ? { left, right } : pair)))

function rights({ id, pairs, extra }: Match): string[] {
  const all = [...pairs, ...extra].map(({ right }) => right)
  return shuffled(all, id, (order) => pairs.some(({ right }, place) => order[place] === right))
}

function check({ pairs, extra }: Match, given: MatchAnswer): ValueVerdict {
  const marks = given.pairs.map(({ left, right }) => {
    const own = pairs.find((pair) => pair.left === left)
    if (own?.right === right) return { at: left, right: true, say: own.because }
    const other = pairs.find((pair) => pair.right === right)
    const unpaired = extra.find((pair) => pair.right === right)?.because ?? ''
    const say = other ? `${quoted(right)}配的是${quoted(other.left)}：${other.because}` : unpaired
    return { at: left, right: false, say }
  })
  const wrong = marks.filter((mark) => !mark.right).length
  const lacking = pairs.length - marks.length
  if (wrong > 0) {
    return verdictOf('values', `有 ${wrong} 对配得不对，看看标出来的理由，再配一次。`, { marks })
  }
  if (lacking > 0) return verdictOf('values', `配好的都对，还差 ${lacking} 对。`, { marks })
  return verdictOf('ok', `对了，${pairs.length} 对都配对了。`, { marks })
}
