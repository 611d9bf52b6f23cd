import * as z from 'zod'
import { calendarUnits, channelSchema, type Channel } from '../../notebook/channel.ts'
import type { Shape } from '../../notebook/chart-form/choices.ts'

/** What matters of a chart, each with the values that will do; what is not named does not matter. */
export const traitNames = ['mark', 'x', 'step', 'y', 'colour', 'sort', 'limit', 'title'] as const
export type TraitName = (typeof traitNames)[number]
export type Wanted = Readonly<Partial<Record<TraitName, readonly string[]>>>

const words = z.string().trim().min(1)

/** Words for marks; a bar may stand or lie. */
const marks = {
  bar: ['barX', 'barY'],
  barX: ['barX'],
  barY: ['barY'],
  line: ['lineY'],
  area: ['areaY'],
  dot: ['dot'],
  histogram: ['rectY'],
  heat: ['cell'],
} as const satisfies Readonly<Record<string, readonly Shape[]>>
const markSchema = z.enum(Object.keys(marks) as (keyof typeof marks)[])

/** `y desc`: the highest first, `y asc`: the lowest first, `none`: by name. */
const sorts = {
  'y desc': 'most',
  '-y': 'most',
  'y asc': 'least',
  y: 'least',
  none: 'none',
} as const
const sortSchema = z.enum(Object.keys(sorts) as (keyof typeof sorts)[])

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([schema, z.array(schema).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Schema>[])

/**
 * Traits as an author writes them. `x` is what the marks stand along and `y` what their size shows,
 * whichever way the bars lie; a `heat` chart's size is its `colour`.
 */
export const traitsSchema = z
  .strictObject({
    mark: oneOrMore(markSchema).optional(),
    x: channelSchema.optional(),
    y: channelSchema.optional(),
    step: z.enum(calendarUnits).optional(),
    /** A column, `none`, or what a heat chart's shade shows. */
    colour: channelSchema.optional(),
    sort: oneOrMore(sortSchema).optional(),
    limit: z.int().min(1).max(1000).optional(),
    /** Words of which the title has one at least. */
    title: oneOrMore(words).optional(),
  })
  .refine((traits) => Object.values(traits).some((value) => value !== undefined), {
    message: '至少写一项',
  })
  .transform(({ mark, x, y, step, colour, sort, limit, title }): Wanted => ({
    ...(mark ? { mark: mark.flatMap((name) => marks[name]) } : {}),
    ...(x ? { x: [channelKey(x)] } : {}),
    ...((step ?? x?.kind === 'calendar')
      ? { step: [step ?? (x?.kind === 'calendar' ? x.unit : '')] }
      : {}),
    ...(y ? { y: [channelKey(y)] } : {}),
    ...(colour ? { colour: [channelKey(colour).replace(/^none$/, '')] } : {}),
    ...(sort ? { sort: sort.map((name) => sorts[name]) } : {}),
    ...(limit === undefined ? {} : { limit: [String(limit)] }),
    ...(title ? { title } : {}),
  }))

/** `件数`, `count`, `sum 件数`: a channel in one word or two. */
function channelKey(channel: Channel): string {
  switch (channel.kind) {
    case 'count':
      return 'count'
    case 'aggregate':
      return `${channel.of} ${channel.column}`
    case 'number':
      return String(channel.value)
    case 'parameter':
      return `$${channel.name}`
    default:
      return channel.column
  }
}
