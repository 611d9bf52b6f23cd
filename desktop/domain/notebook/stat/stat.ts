import * as z from 'zod'
import { columnsOfModel } from '../../statistics/regression/fit-model.ts'
import { modelSchemas } from '../../statistics/regression/spec.ts'
import { scalarSchema } from '../input.ts'
import { refusal } from '../issue.ts'
import { columnSchema, tableSchema } from '../query/query.ts'

const common = {
  from: tableSchema,
  label: z.string().trim().max(200).optional(),
  confidence: z.number().min(0.5).max(0.999).default(0.95),
}
const unit = z.string().trim().max(20).optional()

/** Two groups of the column's values, the first less the second; needed where it has more than two. */
const groups = z.tuple([scalarSchema, scalarSchema]).optional()

const summary = z.strictObject({
  ...common,
  test: z.literal('summary'),
  column: columnSchema,
  unit,
})
const mean = z.strictObject({ ...common, test: z.literal('mean'), column: columnSchema, unit })
/** The share of rows where the column is `equals`, or true where that is missing. */
const proportion = z.strictObject({
  ...common,
  test: z.literal('proportion'),
  column: columnSchema,
  equals: scalarSchema.optional(),
})
const meanDifference = z.strictObject({
  ...common,
  test: z.literal('mean-difference'),
  column: columnSchema,
  group: columnSchema,
  groups,
  unit,
})
const proportionDifference = z.strictObject({
  ...common,
  test: z.literal('proportion-difference'),
  column: columnSchema,
  equals: scalarSchema.optional(),
  group: columnSchema,
  groups,
})
const pair = z.tuple([columnSchema, columnSchema], {
  error: () => refusal('应是两列', 'must be two columns').message,
})
const correlation = z.strictObject({ ...common, test: z.literal('correlation'), columns: pair })
const independence = z.strictObject({ ...common, test: z.literal('independence'), columns: pair })

/** Models that are fitted to the rows themselves. */
const { from, label } = common
const ols = modelSchemas.ols.extend({ from, label })
const logit = modelSchemas.logit.extend({ from, label })
const poisson = modelSchemas.poisson.extend({ from, label })
const did = modelSchemas.did.extend({ from, label })

/** A statistic of a table's rows. */
export const statSchema = z.discriminatedUnion('test', [
  summary,
  mean,
  proportion,
  meanDifference,
  proportionDifference,
  correlation,
  independence,
  ols,
  logit,
  poisson,
  did,
])
export type Stat = z.infer<typeof statSchema>
export type StatTest = Stat['test']

export type ModelStat = Extract<Stat, { test: keyof typeof modelSchemas }>

export const isModel = (stat: Stat): stat is ModelStat => Object.hasOwn(modelSchemas, stat.test)

/** The columns that a statistic reads. */
export function columnsOfStat(stat: Stat): string[] {
  if (isModel(stat)) return columnsOfModel(stat)
  if ('columns' in stat) return stat.columns
  return 'group' in stat ? [stat.column, stat.group] : [stat.column]
}
