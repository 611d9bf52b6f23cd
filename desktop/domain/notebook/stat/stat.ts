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
/** Several columns at once. */
const describe = z.strictObject({
  ...common,
  test: z.literal('describe'),
  columns: z.array(columnSchema).min(1).max(30),
  group: columnSchema.optional(),
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
/** By the values themselves, or by their ranks. */
const correlation = z.strictObject({
  ...common,
  test: z.literal('correlation'),
  columns: pair,
  method: z.enum(['pearson', 'spearman']).default('pearson'),
})
/** Two numbers of the same row, such as before and after: the first less the second. */
const paired = z.strictObject({ ...common, test: z.literal('paired'), columns: pair, unit })
const independence = z.strictObject({
  ...common,
  test: z.literal('independence'),
  columns: pair,
  /** Fisher's p by counting every table, or by drawing some. */
  exact: z.enum(['auto', 'simulate']).default('auto'),
})

const several = z.array(columnSchema).min(1).max(6)
const column = columnSchema
const group = columnSchema
const equals = scalarSchema.optional()

/** More than two groups by their means, and by their ranks. */
const means = z.strictObject({
  ...common,
  test: z.literal('means'),
  column,
  group,
  unit,
  /** How every two are compared. */
  pairs: z.enum(['auto', 'tukey', 'games-howell', 'welch']).default('auto'),
})
const ranks = z.strictObject({ ...common, test: z.literal('ranks'), column, group, unit })

/** A sample with weights, strata and clusters. */
const survey = z.strictObject({
  ...common,
  test: z.literal('survey'),
  estimate: z.enum(['mean', 'share', 'total']).default('mean'),
  column,
  equals,
  weight: columnSchema,
  strata: columnSchema.optional(),
  cluster: columnSchema.optional(),
  unit,
})

/** Values in the order of a column; `version` names the definition that a value was counted by. */
const series = { order: columnSchema, column, version: columnSchema.optional(), unit }
const control = z.strictObject({
  ...common,
  ...series,
  test: z.literal('control'),
  chart: z.enum(['p', 'c', 'u', 'xmr']).default('xmr'),
  /** Rows or exposure of a point, for p and u. */
  size: columnSchema.optional(),
})
const season = z.strictObject({
  ...common,
  ...series,
  test: z.literal('season'),
  period: z.number().int().min(2).max(366).default(12),
  multiply: z.boolean().default(false),
})
const change = z.strictObject({ ...common, ...series, test: z.literal('change') })

/** Whether a difference between two groups turns where the rows are told apart by another column. */
const simpson = z.strictObject({
  ...common,
  test: z.literal('simpson'),
  column,
  equals,
  group,
  groups,
  within: several,
})

/** Rates of areas as if all had the same make-up. */
const standardise = z.strictObject({
  ...common,
  test: z.literal('standardise'),
  group,
  stratum: columnSchema,
  events: columnSchema,
  population: columnSchema,
  standard: z.strictObject({ table: tableSchema, stratum: columnSchema, weight: columnSchema }),
  per: z.number().positive().default(1000),
  /** What the population counts; people where it is not said. */
  unit,
})

/** A share among those who answered, and what it can be among all. */
const answered = z.strictObject({
  ...common,
  test: z.literal('answered'),
  answered: columnSchema,
  column,
  equals,
  group,
})
/** Models that are fitted to the rows themselves. */
const { from, label } = common
const ols = modelSchemas.ols.extend({ from, label })
const logit = modelSchemas.logit.extend({ from, label })
const poisson = modelSchemas.poisson.extend({ from, label })
const did = modelSchemas.did.extend({ from, label })

/** A statistic of a table's rows. */
export const statSchema = z.discriminatedUnion('test', [
  summary,
  describe,
  mean,
  proportion,
  meanDifference,
  proportionDifference,
  means,
  ranks,
  paired,
  correlation,
  independence,
  survey,
  control,
  season,
  change,
  simpson,
  standardise,
  answered,
  ols,
  logit,
  poisson,
  did,
])
export type Stat = z.infer<typeof statSchema>
export type StatTest = Stat['test']
export type StatOf<Test extends StatTest> = Extract<Stat, { test: Test }>

/** The settings that each name a column of the table. */
export const columnKeys = [
  'column',
  'group',
  'weight',
  'strata',
  'cluster',
  'order',
  'version',
  'size',
  'stratum',
  'events',
  'population',
  'answered',
] as const

export type ModelStat = Extract<Stat, { test: keyof typeof modelSchemas }>

export const isModel = (stat: Stat): stat is ModelStat => Object.hasOwn(modelSchemas, stat.test)

/** The columns that a statistic reads. */
export function columnsOfStat(stat: Stat): string[] {
  if (isModel(stat)) return columnsOfModel(stat)
  const settings: Readonly<Record<string, unknown>> = stat
  const single = columnKeys.flatMap((key) => {
    const name = settings[key]
    return typeof name === 'string' ? [name] : []
  })
  const lists = 'columns' in stat ? stat.columns : 'within' in stat ? stat.within : []
  return [...single, ...lists]
}
