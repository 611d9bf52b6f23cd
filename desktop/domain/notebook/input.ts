import * as z from 'zod'
import { refusal } from './issue.ts'
import type { Sentence } from './problem.ts'

/** A parameter's value. */
export const valueSchema = z.union([z.string().max(1000), z.number(), z.boolean()])
export type Value = z.infer<typeof valueSchema>

const label = z.string().max(200).default('')
const isoDate = z.iso.date()

const slider = z
  .strictObject({
    type: z.literal('slider'),
    label,
    min: z.number(),
    max: z.number(),
    step: z.number().positive().default(1),
    value: z.number().optional(),
  })
  .refine(({ min, max }) => min < max, refusal('min 要小于 max', 'min must be below max'))

const option = z.union([
  valueSchema.transform((value) => ({ value, label: String(value) })),
  z.strictObject({ value: valueSchema, label: z.string().max(200) }),
])

const select = z.strictObject({
  type: z.literal('select'),
  label,
  options: z.array(option).min(1).max(500),
  value: valueSchema.optional(),
})

const text = z.strictObject({
  type: z.literal('text'),
  label,
  value: z.string().max(1000).default(''),
})

const date = z.strictObject({
  type: z.literal('date'),
  label,
  min: isoDate.optional(),
  max: isoDate.optional(),
  value: isoDate,
})

/** A control by which a reader sets the parameter that bears the cell's name. */
export const inputSchema = z.discriminatedUnion('type', [slider, select, text, date])
export type Input = z.infer<typeof inputSchema>

/** The value before anybody touched the control, unless the front matter names one. */
export function firstValue(input: Input): Value {
  switch (input.type) {
    case 'slider':
      return input.value ?? input.min
    case 'select':
      return input.value ?? input.options[0]?.value ?? ''
    case 'text':
    case 'date':
      return input.value
  }
}

/** Why a value does not fit its control; nothing where it does. */
export function misfit(input: Input, value: Value): Sentence | undefined {
  switch (input.type) {
    case 'slider':
      if (typeof value !== 'number') return sentence('应是数字', 'must be a number')
      if (value >= input.min && value <= input.max) return undefined
      return sentence(
        `要在 ${input.min} 到 ${input.max} 之间`,
        `must lie between ${input.min} and ${input.max}`,
      )
    case 'select':
      if (input.options.some((one) => one.value === value)) return undefined
      return sentence(
        `只能是 ${input.options.map((one) => one.value).join('、')}`,
        `must be one of ${input.options.map((one) => one.value).join(', ')}`,
      )
    case 'text':
      return typeof value === 'string' ? undefined : sentence('应是文字', 'must be text')
    case 'date':
      return isDateWithin(value, input.min, input.max)
        ? undefined
        : sentence('应是范围内的日期（年-月-日）', 'must be a date (YYYY-MM-DD) in the range')
  }
}

/** A value as typed on a command line, in the type that the first value has. */
export function valueOfText(text: string, like: Value): Value {
  if (typeof like === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) {
    return Number(text)
  }
  if (typeof like === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function isDateWithin(value: Value, min = '0000-01-01', max = '9999-12-31'): boolean {
  return isoDate.safeParse(value).success && String(value) >= min && String(value) <= max
}

const sentence = (zh: string, en: string): Sentence => ({ zh, en })
