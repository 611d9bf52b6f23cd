import * as z from 'zod'
import { refusal } from './issue.ts'
import { nameSchema } from './name.ts'
import { optionsMisfit, rangeMisfit, sentence, sliderMisfit } from './misfit.ts'
import type { Sentence } from './problem.ts'
import { sourceSchema } from './source.ts'

/** One value of a parameter. */
export const scalarSchema = z.union([z.string().max(1000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalarSchema>

const manySchema = z.array(scalarSchema).max(10_000)

/** A parameter's value; a list where several may be chosen, an empty list setting no limit. */
export const valueSchema = z.union([scalarSchema, manySchema])
export type Value = z.infer<typeof valueSchema>

const label = z.string().max(200).default('')
const isoDate = z.iso.date()
const columnName = z.string().min(1).max(200)

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

const optionSchema = z.union([
  scalarSchema.transform((value) => ({ value, label: String(value) })),
  z.strictObject({ value: scalarSchema, label: z.string().max(200) }),
])
export type Option = z.infer<typeof optionSchema>

/** Options written down, or the values of a table's column as they are. */
const choice = {
  label,
  options: z.array(optionSchema).min(1).max(500).optional(),
  from: sourceSchema.optional(),
}
const oneSource = ({ options, from }: { options?: unknown; from?: unknown }) =>
  (options === undefined) !== (from === undefined)
const eitherOr = refusal(
  'options（写好的选项）和 from（单元.列）要有一个且只有一个',
  'must have either options or from',
)

const select = z
  .strictObject({ type: z.literal('select'), ...choice, value: scalarSchema.optional() })
  .refine(oneSource, eitherOr)

const multiselect = z
  .strictObject({ type: z.literal('multiselect'), ...choice, value: manySchema.default([]) })
  .refine(oneSource, eitherOr)

const text = z.strictObject({
  type: z.literal('text'),
  label,
  value: z.string().max(1000).default(''),
})

const bounds = { min: isoDate.optional(), max: isoDate.optional() }
const date = z.strictObject({ type: z.literal('date'), label, ...bounds, value: isoDate })

/** Two days, both included; `from` names the column whose last day the ready-made ranges go by. */
const daterange = z
  .strictObject({
    type: z.literal('daterange'),
    label,
    ...bounds,
    from: sourceSchema.optional(),
    value: z.tuple([isoDate, isoDate]),
  })
  .refine(
    ({ value: [first, last] }) => first <= last,
    refusal('开始的日期不能晚于结束的日期', 'must not begin after its end'),
  )

/** Rows of a cell's table; what is chosen is told by the values of its key column. */
const table = z.strictObject({
  type: z.literal('table'),
  label,
  from: nameSchema,
  key: columnName,
  columns: z.array(columnName).max(20).default([]),
  value: manySchema.default([]),
})

/** A control by which a reader sets the parameter that bears the cell's name. */
export const inputSchema = z.discriminatedUnion('type', [
  slider,
  select,
  multiselect,
  text,
  date,
  daterange,
  table,
])
export type Input = z.infer<typeof inputSchema>
export type InputType = Input['type']

/** The value before anybody touched the control, unless the front matter names one. */
export function firstValue(input: Input): Value {
  switch (input.type) {
    case 'slider':
      return input.value ?? input.min
    case 'select':
      return input.value ?? input.options?.[0]?.value ?? ''
    default:
      return input.value
  }
}

/** Why a value does not fit its control; nothing where it does. */
export function misfit(input: Input, value: Value): Sentence | undefined {
  switch (input.type) {
    case 'slider':
      return sliderMisfit(input, value)
    case 'select':
      if (Array.isArray(value)) return sentence('只能是一个值', 'must be a single value')
      return optionsMisfit([value], input.options)
    case 'multiselect':
    case 'table':
      if (!Array.isArray(value)) return sentence('应是列表', 'must be a list')
      return optionsMisfit(value, input.type === 'table' ? undefined : input.options)
    case 'text':
      return typeof value === 'string' ? undefined : sentence('应是文字', 'must be text')
    case 'date':
      return rangeMisfit([value], input)
    case 'daterange':
      if (!Array.isArray(value) || value.length !== 2) {
        return sentence('应是两个日期', 'must be two dates')
      }
      return rangeMisfit(value, input)
  }
}
