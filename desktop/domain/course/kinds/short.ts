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
import { valueKind } from './value-kind.ts'

/** A short answer in the learner's own words, which he holds against a rubric himself. */

export const shortSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('short'),
    rubric: z.array(words).min(2).max(5),
    /** One good answer; shown once the learner's own holds. */
    model: words,
    /** Characters without blanks, so that an empty answer is no answer. */
    min: z.int().min(1).max(500).default(10),
  })
  .superRefine(({ rubric, fade }, context) => {
    const [twice] = repeated(rubric)
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (twice !== undefined) refuse('rubric', `“${twice}”写了两次`)
    if (fade === 'part') refuse('fade', '简答没有做好一半的，写 shown 或 alone')
  })
type Short = z.infer<typeof shortSchema>

/** The text, and the points of the rubric that the learner finds in it. */
export const shortAnswerSchema = z.object({
  kind: z.literal('short'),
  text: z.string().max(5000),
  met: z.array(z.string()).max(5),
})
type ShortAnswer = z.infer<typeof shortAnswerSchema>

export const shortViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('short'),
  given: shortAnswerSchema.nullable(),
  rubric: z.array(z.string()),
  min: z.int(),
})
type ShortView = z.infer<typeof shortViewSchema>

const form = '{ text: 写的话, met: [写到了的要求] }，要求也可以写序号'

export const shortKind = valueKind<Short, ShortView, ShortAnswer>('short', form, {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'short',
    given,
    rubric: exercise.rubric,
    min: exercise.min,
  }),
  blank: () => answer('', []),
  fits: ({ rubric }, { met }) => met.every((point) => rubric.includes(point)),
  complete: ({ min }, { text }) => longEnough(text, min),
  check,
  right: ({ model, rubric }) => answer(model, rubric),
  begun: () => answer('', []),
  wrong: ({ model, rubric }) => [
    { answer: answer('不', rubric) },
    ...rubric.map((point) => ({
      answer: answer(
        model,
        rubric.filter((each) => each !== point),
      ),
      say: point,
    })),
  ],
  written({ rubric }, value) {
    const read = z
      .object({ text: z.string(), met: z.array(z.union([z.int(), z.string()])) })
      .safeParse(value)
    if (!read.success) return undefined
    const met = read.data.met.map((one) => (typeof one === 'number' ? rubric[one - 1] : one))
    return met.every((point) => point !== undefined) ? answer(read.data.text, met) : undefined
  },
})

const answer = (text: string, met: readonly string[]): ShortAnswer => ({
  kind: 'short',
  text,
  met: [...met],
})

/** Whether there are so many characters, blanks apart. */
export const longEnough = (text: string, min: number): boolean =>
  Array.from(text.replaceAll(/\s/g, '')).length >= min

function check({ rubric, model, min }: Short, { text, met }: ShortAnswer): ValueVerdict {
  if (!longEnough(text, min)) {
    return verdictOf('values', `写得太短，还看不出你的意思：至少写 ${min} 个字。`)
  }
  const lacking = rubric.filter((point) => !met.includes(point))
  if (lacking.length > 0) {
    const points = lacking.map((point) => `“${point}”`).join('、')
    return verdictOf('values', `你自己对照下来，还差 ${points}。补上再对照一次。`)
  }
  const message = `你对照下来，${rubric.length} 条都写到了。`
  return verdictOf('ok', message, { notes: [`可以和这样写的比一比：${model}`] })
}
