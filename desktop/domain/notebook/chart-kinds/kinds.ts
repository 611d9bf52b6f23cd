import * as z from 'zod'
import { channelSchema, columnSchema, type Channel } from '../channel.ts'
import { refusal } from '../issue.ts'

/**
 * Ready-made charts: each says which columns play which part, in one line of YAML. How they are
 * reckoned, ordered, coloured and labelled is settled here once, so that every one of them is right.
 */

const bars = ['ranked', 'lollipop', 'grouped', 'stacked', 'share'] as const

/** What is measured: a column's sum, a count of rows, or an aggregate. */
const measure = channelSchema.refine(
  isMeasure,
  refusal(
    '应是数字列，或 {count: true}、{avg: 列} 这样的写法',
    'must be a column of numbers, or such as {count: true}, {avg: column}',
  ),
)
/** Along which it is drawn: a column as it is, or its dates by month and the like. */
const along = channelSchema.refine(
  isAlong,
  refusal('应是列名，或 {month: 列} 这样的写法', 'must be a column, or such as {month: column}'),
)

export type Measure = Extract<Channel, { kind: 'column' | 'count' | 'aggregate' }>
export type Along = Extract<Channel, { kind: 'column' | 'calendar' }>

const top = z.int().min(1).max(50)
const names = { names: columnSchema, value: measure }
/** The values of `series` in the order in which they are drawn; without it, as they sort. */
const levels = { levels: z.array(z.string().min(1).max(100)).min(2).max(12).optional() }
/** `value`: the largest first; `name`: as the names sort, 2 before 10. */
const order = { order: z.enum(['value', 'name']).default('value') }

export const kindSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ranked'), ...names, ...order, top: top.default(20) }),
  z.strictObject({ kind: z.literal('lollipop'), ...names, ...order, top: top.default(20) }),
  z.strictObject({
    kind: z.enum(['grouped', 'stacked', 'share']),
    ...names,
    series: columnSchema,
    ...levels,
    ...order,
    top: top.default(12),
  }),
  z.strictObject({
    kind: z.literal('likert'),
    ...names,
    series: columnSchema,
    ...levels,
    top: top.default(12),
  }),
  z.strictObject({ kind: z.literal('pyramid'), ...names, series: columnSchema, ...levels }),
  z.strictObject({ kind: z.literal('slope'), ...names, at: columnSchema, top: top.default(12) }),
  z.strictObject({
    kind: z.literal('box'),
    names: columnSchema.optional(),
    value: columnSchema,
    top: top.default(12),
  }),
  z.strictObject({
    kind: z.literal('panels'),
    panels: columnSchema,
    along,
    value: measure,
    as: z.enum(['line', 'area', 'bar']).default('line'),
    top: top.default(12),
  }),
  z.strictObject({ kind: z.literal('calendar'), day: columnSchema, value: measure }),
  z.strictObject({ kind: z.literal('control'), along, value: measure }),
  z.strictObject({ kind: z.literal('funnel'), ...names, ...levels }),
])
export type KindDrawing = z.infer<typeof kindSchema>
export type Kind = KindDrawing['kind']
export type DrawingOf<K extends Kind> = Extract<KindDrawing, { kind: K }>

/** Every kind, in the order in which they are offered. */
export const kinds = [
  ...bars,
  'likert',
  'pyramid',
  'slope',
  'box',
  'panels',
  'calendar',
  'control',
  'funnel',
] as const satisfies readonly Kind[]

/** What is measured, as it is shown: of several rows a column's sum. */
export function measureShown(value: Measure, rows: readonly { readonly n: number }[]): Measure {
  if (value.kind !== 'column' || rows.every(({ n }) => n <= 1)) return value
  return { kind: 'aggregate', of: 'sum', column: value.column }
}

function isMeasure(channel: Channel): channel is Measure {
  return channel.kind === 'column' || channel.kind === 'count' || channel.kind === 'aggregate'
}

function isAlong(channel: Channel): channel is Along {
  return channel.kind === 'column' || channel.kind === 'calendar'
}
