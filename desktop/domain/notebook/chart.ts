import * as z from 'zod'
import { channelSchema, colourChannelSchema, colours, columnSchema } from './channel.ts'
import { kindSchema } from './chart-kinds/kinds.ts'
import { acceptedSchema } from './chart-warnings/warning.ts'
import { densityShape } from './density.ts'
import { refusal } from './issue.ts'
import { isName, nameSchema } from './name.ts'

/**
 * A chart as its author writes it: layers of marks over columns of one table (`plot`), or one of the
 * ready-made kinds (`draw`). There is no place in it for SQL, files, addresses, styles or functions.
 */

/** How an axis writes its values: `%` multiplies by 100, `月` names the month alone. */
export const axisFormats = ['数', '万', '亿', '%', '年', '年月', '月', '日期', '时'] as const
export type AxisFormat = (typeof axisFormats)[number]

const text = z.string().trim().min(1).max(300)

const source = z
  .string()
  .max(130)
  .refine(
    (name) => name.split('.').length <= 2 && name.split('.').every(isName),
    refusal('应是单元名或数据表名', 'must name a cell or a table'),
  )

const sortBy = z.enum(['x', '-x', 'y', '-y', 'r', '-r', 'fill', '-fill'])
const sort = z.strictObject({
  x: sortBy.optional(),
  y: sortBy.optional(),
  limit: z.int().min(1).max(1000).optional(),
})

const share = z.number().min(0).max(1)
const width = z.number().min(0).max(20)

/** What any mark that reads a table may say. */
const data = {
  from: source.optional(),
  /** `false`: stays as it is while others are brushed, as a ground to compare with. */
  filtered: z.boolean().default(true),
  /** Whether pointing tells the values; a column's name: and whose they are. */
  tip: z.union([z.boolean(), columnSchema]).default(false),
  sort: sort.optional(),
  fillOpacity: share.optional(),
  strokeOpacity: share.optional(),
  strokeWidth: width.optional(),
}
const fill = { fill: colourChannelSchema.optional() }
const stroke = { stroke: colourChannelSchema.optional() }
const xy = { x: channelSchema, y: channelSchema }
const rule = {
  stroke: z.enum(colours).default('seal'),
  strokeWidth: width.optional(),
  strokeDasharray: z
    .string()
    .regex(/^\d{1,2}(?: \d{1,2}){0,3}$/)
    .optional(),
  label: text.optional(),
}

export const markSchema = z.discriminatedUnion('mark', [
  z.strictObject({ mark: z.literal('barX'), ...data, ...xy, ...fill }),
  z.strictObject({ mark: z.literal('barY'), ...data, ...xy, ...fill }),
  z.strictObject({ mark: z.literal('rectY'), ...data, ...xy, ...fill }),
  z.strictObject({ mark: z.literal('cell'), ...data, ...xy, ...fill }),
  z.strictObject({ ...data, ...densityShape }),
  z.strictObject({ mark: z.literal('areaY'), ...data, ...xy, ...fill }),
  z.strictObject({ mark: z.literal('lineY'), ...data, ...xy, ...stroke }),
  z.strictObject({
    mark: z.literal('dot'),
    ...data,
    ...xy,
    ...fill,
    ...stroke,
    r: channelSchema.optional(),
  }),
  z.strictObject({
    mark: z.literal('text'),
    ...data,
    ...xy,
    ...fill,
    text: channelSchema,
    dx: z.number().min(-60).max(60).optional(),
    dy: z.number().min(-60).max(60).optional(),
    anchor: z.enum(['start', 'middle', 'end']).optional(),
  }),
  z.strictObject({ mark: z.literal('ruleX'), x: channelSchema, ...rule }),
  z.strictObject({ mark: z.literal('ruleY'), y: channelSchema, ...rule }),
])
export type Mark = z.infer<typeof markSchema>
export type DataMark = Exclude<Mark, { mark: 'ruleX' | 'ruleY' }>

export function readsTable(mark: Mark): mark is DataMark {
  return mark.mark !== 'ruleX' && mark.mark !== 'ruleY'
}

const axis = z.strictObject({
  /** Empty: no label. */
  label: z.string().trim().max(60).optional(),
  format: z.enum(axisFormats).optional(),
  domain: z.tuple([z.number(), z.number()]).optional(),
  zero: z.boolean().optional(),
  reverse: z.boolean().optional(),
  grid: z.boolean().optional(),
  ticks: z.int().min(0).max(50).optional(),
  scale: z.enum(['linear', 'log', 'sqrt']).optional(),
})
export type Axis = z.infer<typeof axis>

const colourScale = z.strictObject({
  /** Which value of the column has which colour, in the legend's order. */
  values: z.record(z.string().max(100), z.enum(colours)).optional(),
  label: text.optional(),
})

const chartFields = z.strictObject({
  title: text,
  subtitle: text.optional(),
  from: source.optional(),
  /** Layers of marks, the uppermost last. Over a ready-made kind: rules alone. */
  plot: z.array(markSchema).max(12).default([]),
  /** A ready-made kind of chart. */
  draw: kindSchema.optional(),
  x: axis.optional(),
  y: axis.optional(),
  color: colourScale.optional(),
  select: z
    .strictObject({ brush: z.enum(['intervalX', 'intervalY', 'point']), as: nameSchema })
    .optional(),
  'filter-by': nameSchema.optional(),
  /** Without it 280, or as high as a ready-made kind needs. */
  height: z.int().min(80).max(1200).optional(),
  /** Room for the category names left of the plot, in pixels. */
  'margin-left': z.int().min(20).max(300).optional(),
  /** Beside its neighbour where there is room, instead of the whole width. */
  half: z.boolean().default(false),
  source: text.optional(),
  /** Warnings that stand all the same, each with its reason. */
  accept: acceptedSchema.optional(),
})
export type Chart = z.infer<typeof chartFields>

export const chartSchema = chartFields
  .refine(
    ({ plot, draw }) => draw !== undefined || plot.length > 0,
    refusal(
      '要写 plot（图层）或 draw（现成的图）',
      'needs plot (layers) or draw (a ready-made kind)',
    ),
  )
  .refine(
    ({ plot, draw }) => draw === undefined || !plot.some(readsTable),
    refusal(
      '写了 draw，plot 里就只能有 ruleX、ruleY',
      'with draw, plot can hold ruleX and ruleY alone',
    ),
  )
  .refine(
    ({ draw, select }) => draw === undefined || select === undefined,
    refusal('写了 draw 的图不能用 select 来选', 'a chart with draw cannot be brushed by select'),
  )

/** The tables that the chart reads, as written. */
export function sourcesOf(chart: Chart): string[] {
  const own = chart.plot.flatMap((mark) => ('from' in mark && mark.from ? [mark.from] : []))
  return [...new Set(chart.from === undefined ? own : [chart.from, ...own])]
}

/** The parameters that the chart shows. */
export function parametersOf(chart: Chart): string[] {
  const channels = chart.plot.flatMap((mark) => Object.values(mark))
  const names = channels.flatMap((channel) => (isParameter(channel) ? [channel.name] : []))
  return [...new Set(names)]
}

function isParameter(value: unknown): value is { kind: 'parameter'; name: string } {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'parameter'
  )
}
