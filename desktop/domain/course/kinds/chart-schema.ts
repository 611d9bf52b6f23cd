import * as z from 'zod'
import { commonFields, commonViewFields, words } from './common.ts'
import { traitsSchema } from './chart-traits.ts'

/** The learner draws a chart of a small table; what matters of it is compared. */
export const chartSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('chart'),
  hints: z.array(words).length(3),
  /** The chart's table, on the lesson's datasets. */
  from: z.strictObject({ sql: words }),
  /** The chart that the learner begins with; without it, the rows for each `x` counted. */
  starter: traitsSchema.optional(),
  reference: traitsSchema,
  'also-right': z.array(traitsSchema).default([]),
  /** Wrong charts that have something to be said to; the first that fits is told. */
  wrong: z.array(z.strictObject({ has: traitsSchema, say: words })).default([]),
})
export type ChartExercise = z.infer<typeof chartSchema>

/** What the exercise's table is called in the form and in queries. */
export const chartTable = '题目数据'

export const chartAnswerSchema = z.object({
  kind: z.literal('chart'),
  /** The chart cell's YAML, as the workbench's form writes it. */
  cell: z.string().max(100_000),
})

export const chartViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('chart'),
  /** The query of the chart's table. */
  sql: z.string(),
  /** The chart to begin with. */
  starter: z.string(),
})
