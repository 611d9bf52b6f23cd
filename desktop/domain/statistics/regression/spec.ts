import * as z from 'zod'
import { refusal } from '../../notebook/issue.ts'
import { parseFormula } from './formula.ts'

const column = z.string().min(1).max(200)

/** How standard errors are computed, as programs of statistics name it. */
const errors = {
  se: z.enum(['classic', 'hc1', 'hc3', 'cluster']).default('classic'),
  cluster: column.optional(),
}
const formula = z
  .string()
  .trim()
  .max(2000)
  .superRefine((text, context) => {
    const parsed = parseFormula(text)
    if (parsed.ok) return
    context.addIssue({ code: 'custom', ...refusal(parsed.why.zh, parsed.why.en) })
  })
const common = {
  formula,
  intercept: z.boolean().default(true),
  confidence: z.number().min(0.5).max(0.999).default(0.95),
  weights: column.optional(),
  ...errors,
}

/** What a model of rows is: closed, and nothing in it is run. */
export const modelSchemas = {
  ols: z.strictObject({ ...common, test: z.literal('ols'), order: column.optional() }),
  logit: z.strictObject({ ...common, test: z.literal('logit') }),
  poisson: z.strictObject({
    ...common,
    test: z.literal('poisson'),
    /** A column that is added to the linear predictor, or whose logarithm is. */
    offset: column.optional(),
    exposure: column.optional(),
  }),
  did: z.strictObject({
    test: z.literal('did'),
    outcome: column,
    unit: column,
    time: column,
    /** 1 or true for the units that were treated at any time. */
    treated: column,
    /** The first treated period where all start together, or the column that has it for each unit. */
    start: z.union([z.number(), z.string().min(1).max(200)]).optional(),
    start_column: column.optional(),
    controls: z.array(column).max(20).default([]),
    cluster: column.optional(),
    confidence: z.number().min(0.5).max(0.999).default(0.95),
  }),
}
export const modelSchema = z.discriminatedUnion('test', [
  modelSchemas.ols,
  modelSchemas.logit,
  modelSchemas.poisson,
  modelSchemas.did,
])
export type Model = z.infer<typeof modelSchema>
export type ModelName = Model['test']
type Of<M extends ModelName> = Extract<Model, { test: M }>
export type OlsModel = Of<'ols'>
export type LogitModel = Of<'logit'>
export type PoissonModel = Of<'poisson'>
export type DidModel = Of<'did'>
