import * as z from 'zod'
import {
  commonFields,
  commonView,
  commonViewFields,
  verdictOf,
  words,
  type ValueVerdict,
} from './common.ts'
import { explainNumber } from './explain-number.ts'
import { valueKind } from './value-kind.ts'
import { inUnit, plainText, readNumber } from './written-number.ts'

/** A number with its unit. */

export const numberSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('number'),
    answer: z.number(),
    /** Shown behind the field; whoever answers may write it or leave it out. */
    unit: words.optional(),
    /** Decimals that the task names: right is whatever rounds to the answer. */
    decimals: z.int().min(0).max(9).optional(),
    /** How far off is right, in the same unit. */
    tolerance: z.number().positive().optional(),
    slips: z.array(z.strictObject({ value: z.number(), say: words })).default([]),
    /** How the answer comes about; told to whoever has it. */
    because: words.optional(),
  })
  .superRefine(({ decimals, tolerance, fade }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (decimals !== undefined && tolerance !== undefined) {
      refuse('tolerance', 'decimals 和 tolerance 只写一个')
    }
    if (fade === 'part') refuse('fade', '一个数没有做好一半的，写 shown 或 alone')
  })
export type NumberExercise = z.infer<typeof numberSchema>

export const numberAnswerSchema = z.object({
  kind: z.literal('number'),
  text: z.string().max(100),
})
type NumberAnswer = z.infer<typeof numberAnswerSchema>

export const numberViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('number'),
  given: numberAnswerSchema.nullable(),
  unit: z.string().nullable(),
  decimals: z.int().nullable(),
})
type NumberView = z.infer<typeof numberViewSchema>

export const numberKind = valueKind<NumberExercise, NumberView, NumberAnswer>('number', '75.82 %', {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'number',
    given,
    unit: exercise.unit ?? null,
    decimals: exercise.decimals ?? null,
  }),
  blank: () => answer(''),
  fits: () => true,
  complete: (_, { text }) => text.trim() !== '',
  check,
  right: ({ answer: value, decimals }) =>
    answer(decimals === undefined ? String(value) : value.toFixed(decimals)),
  begun: () => answer(''),
  wrong: (exercise) => [
    ...exercise.slips.map((slip) => ({ answer: answer(String(slip.value)), say: slip.say })),
    ...othersThan(exercise).map((other) => ({ answer: answer(String(other)) })),
    { answer: answer('不知道') },
  ],
  written: (_, value) =>
    typeof value === 'number' || typeof value === 'string' ? answer(String(value)) : undefined,
})

const answer = (text: string): NumberAnswer => ({ kind: 'number', text })

/** Numbers that are not the answer, in relations to it that learners fall into. */
function othersThan(exercise: NumberExercise): number[] {
  const { answer: value } = exercise
  const right = closeTo(exercise, value)
  return [value * 100, value / 100, -value, 100 - value, value * 3 + 7].filter((one) => !right(one))
}

/** Whether a number counts as that one: to the task's tolerance or decimals, else to 1e-6. */
function closeTo({ decimals, tolerance }: NumberExercise, value: number) {
  const off = tolerance ?? (decimals === undefined ? undefined : 0.5 * 10 ** -decimals)
  const allowed = off === undefined ? Math.max(1e-9, 1e-6 * Math.abs(value)) : off * (1 + 1e-9)
  return (given: number): boolean => Math.abs(given - value) <= allowed
}

/** A slip given more exactly than its author wrote it is that slip too: 88.89 where he wrote 88.9. */
function isSlip(exercise: NumberExercise, value: number, given: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
  const digits = decimals === 0 ? 0 : Math.min(0.5 * 10 ** -decimals, 0.005 * Math.abs(value))
  return closeTo(exercise, value)(given) || Math.abs(given - value) <= digits
}

function check(exercise: NumberExercise, { text }: NumberAnswer): ValueVerdict {
  const { answer: wanted, unit = '', slips, because } = exercise
  const written = readNumber(text)
  if (written === undefined) {
    return verdictOf(
      'error',
      `“${text.trim()}”读不成一个数。只写一个数就行，例如 1234.5；逗号只用来分千位。`,
    )
  }
  const given = inUnit(written, unit)
  if (given === undefined) {
    return verdictOf('values', `单位不对：题目要的单位是“${unit}”，你写的是“${written.unit}”。`)
  }
  if (closeTo(exercise, wanted)(given)) {
    const converted = written.unit !== '' && unit !== '' && written.unit !== plainText(unit)
    const notes = converted ? [`题目用的单位是“${unit}”，换算过来是 ${tidy(given)}。`] : []
    return verdictOf('ok', `对了。${because ?? ''}`, { notes })
  }
  const slip = slips.find(({ value }) => isSlip(exercise, value, given))
  return verdictOf('values', slip?.say ?? explainNumber(exercise, given))
}

const tidy = (value: number): string => String(Number(value.toPrecision(12)))
