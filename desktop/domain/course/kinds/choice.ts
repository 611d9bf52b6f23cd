import * as z from 'zod'
import {
  commonFields,
  commonView,
  commonViewFields,
  verdictOf,
  words,
  type ValueVerdict,
} from './common.ts'
import { valueKind } from './value-kind.ts'

/** One or several of a few options. */

const optionSchema = z.strictObject({
  text: words,
  right: z.boolean().default(false),
  /** Why this option is right or wrong; told to whoever chose it. */
  because: words,
})

const speaksOfOthers = (text: string): boolean =>
  /^(?:以上|上面|上述|前面)(?:[几二两三四五]|各|都|全|皆)/.test(text)

export const choiceSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('choice'),
    multiple: z.boolean().default(false),
    /** The options stand as they are written: a scale, or one that speaks of those above it. */
    ordered: z.boolean().default(false),
    options: z.array(optionSchema).min(2).max(6),
  })
  .refine(
    ({ multiple, options }) => {
      const right = options.filter((option) => option.right).length
      return multiple ? right > 0 : right === 1
    },
    { path: ['options'], message: '单选题要有且只有一个 right: true；多选题至少一个' },
  )
  .refine(({ multiple, fade }) => multiple || fade !== 'part', {
    path: ['fade'],
    message: '单选没有做好一半的，写 shown 或 alone',
  })
  .refine(({ ordered, options }) => ordered || !options.some(({ text }) => speaksOfOthers(text)), {
    path: ['ordered'],
    message: '有选项说到了它上面的选项，写 ordered: true，不然打乱以后就读不通',
  })
type Choice = z.infer<typeof choiceSchema>

/** Options by their place, from 0. */
export const choiceAnswerSchema = z.object({
  kind: z.literal('choice'),
  chosen: z.array(z.int().nonnegative()),
})
type ChoiceAnswer = z.infer<typeof choiceAnswerSchema>

export const choiceViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('choice'),
  given: choiceAnswerSchema.nullable(),
  multiple: z.boolean(),
  /** In the file's order; `ordered` says whether they are to stand so. */
  options: z.array(z.string()),
  ordered: z.boolean(),
})
type ChoiceView = z.infer<typeof choiceViewSchema>

export const choiceKind = valueKind<Choice, ChoiceView, ChoiceAnswer>('choice', '[1, 3]', {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'choice',
    given,
    multiple: exercise.multiple,
    options: exercise.options.map(({ text }) => text),
    ordered: exercise.ordered,
  }),
  blank: () => answer([]),
  fits: ({ options }, { chosen }) => chosen.every((place) => place < options.length),
  complete: (_, { chosen }) => chosen.length > 0,
  check,
  right: ({ options }) => answer(places(options, ({ right }) => right)),
  begun: ({ multiple, options }) =>
    answer(multiple ? places(options, ({ right }) => right).slice(0, 1) : []),
  wrong: ({ options }) =>
    options.flatMap(({ right, because }, place) =>
      right ? [] : [{ answer: answer([place]), say: because }],
    ),
  written: (_, value) => {
    const chosen = readChoice(Array.isArray(value) ? value.join(' ') : String(value))
    return chosen && answer(chosen)
  },
})

const answer = (chosen: number[]): ChoiceAnswer => ({ kind: 'choice', chosen })

type Option = Choice['options'][number]

const places = (options: readonly Option[], wanted: (option: Option) => boolean): number[] =>
  options.flatMap((option, place) => (wanted(option) ? [place] : []))

/** Every wrong option is explained by its own reason. */
function check({ options }: Choice, { chosen }: ChoiceAnswer): ValueVerdict {
  const picked = options.filter((_, place) => chosen.includes(place))
  const wrong = picked.filter((option) => !option.right)
  const right = picked.filter((option) => option.right)
  const lacking = options.filter((option) => option.right).length - right.length
  const reasons = (some: readonly Option[]) => some.map((option) => option.because)

  if (picked.length === 0) return verdictOf('values', '还没有选。选好再交。')
  if (wrong.length > 0) {
    const [message = '', ...notes] = reasons(wrong)
    return verdictOf('values', message, { notes })
  }
  if (lacking > 0) {
    return verdictOf('values', `选的都对，还差 ${lacking} 项。`, { notes: reasons(right) })
  }
  const [message = '', ...notes] = reasons(right)
  return verdictOf('ok', message, { notes })
}

/** `1,3`, `1 3` or `A、C`: the options of a written answer, from 0; `undefined` where unreadable. */
function readChoice(text: string): number[] | undefined {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '')
  const chosen = parts.map((part) => {
    if (/^[a-f]$/i.test(part)) return part.toLowerCase().charCodeAt(0) - 97
    return /^[1-9]$/.test(part) ? Number(part) - 1 : NaN
  })
  return chosen.length > 0 && chosen.every(Number.isInteger) ? chosen : undefined
}
