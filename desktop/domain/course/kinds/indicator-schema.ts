import * as z from 'zod'
import { commonFields, commonViewFields, exerciseIdSchema, words } from './common.ts'

const partSchema = z.strictObject({
  id: exerciseIdSchema,
  /** The statement to choose: `已办结的工单`. */
  text: words,
  /** Which rows it means, as a condition on the table. */
  sql: words,
})

/** One id, or several of which each is right. */
const oneOf = z
  .union([exerciseIdSchema, z.array(exerciseIdSchema).min(1)])
  .transform((ids) => (typeof ids === 'string' ? [ids] : ids))

/** Where a part can stand in an indicator, or fail to. */
const roles = ['numerator', 'denominator', 'exclusion', 'not-excluded'] as const
export type Role = (typeof roles)[number]

/** The learner puts a rate together from statements: what is counted, of what, and without what. */
export const indicatorSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('indicator'),
    parts: z.array(partSchema).min(3).max(12),
    numerator: oneOf,
    denominator: oneOf,
    exclusions: z.array(exerciseIdSchema).default([]),
    /** Wrong choices that have something to be said to. */
    wrong: z
      .array(z.strictObject({ part: exerciseIdSchema, as: z.enum(roles), say: words }))
      .default([]),
    /** The table on which the value is computed, as a query names it. */
    table: words,
    /** The quotient is multiplied by so much: 100 for a percentage, 10000 for 件／万人. */
    per: z.number().positive().default(100),
    unit: z.string().trim().default('%'),
  })
  .superRefine(({ parts, numerator, denominator, exclusions, wrong }, context) => {
    const ids = parts.map(({ id }) => id)
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (new Set(ids).size < ids.length) refuse(['parts'], '两项用了同一个 id')
    const known = (path: (string | number)[], id: string) => {
      if (!ids.includes(id)) refuse(path, `parts 里没有“${id}”`)
    }
    for (const id of numerator) known(['numerator'], id)
    for (const id of denominator) known(['denominator'], id)
    for (const id of exclusions) known(['exclusions'], id)
    wrong.forEach(({ part }, index) => known(['wrong', index, 'part'], part))
  })
export type IndicatorExercise = z.infer<typeof indicatorSchema>

/** What the learner has put together so far; null where nothing is chosen. */
export const indicatorAnswerSchema = z.object({
  kind: z.literal('indicator'),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  exclusions: z.array(z.string()).max(12),
})
export type IndicatorAnswer = z.infer<typeof indicatorAnswerSchema>

export const indicatorViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('indicator'),
  /** What `fade` has chosen beforehand. */
  given: indicatorAnswerSchema.nullable(),
  parts: z.array(z.object({ id: z.string(), text: z.string() })),
  per: z.number(),
  unit: z.string(),
})
