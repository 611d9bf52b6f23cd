import * as z from 'zod'
import { commonFields, commonViewFields, words } from './common.ts'

const goalSchema = z
  .strictObject({
    'miss-at-most': z.int().min(0).optional(),
    'false-at-most': z.int().min(0).optional(),
    /** Of those that truly are, so large a part is found at least. */
    recall: z.number().gt(0).max(1).optional(),
    /** Of those that are picked, so large a part truly is at least. */
    precision: z.number().gt(0).max(1).optional(),
  })
  .refine((goal) => Object.values(goal).some((value) => value !== undefined), {
    message: '至少写一项：miss-at-most、false-at-most、recall、precision',
  })
export type ThresholdGoal = z.infer<typeof goalSchema>

/** A score and what was true. */
const caseSchema = z.tuple([z.number(), z.boolean()])
export type ScoredCase = z.infer<typeof caseSchema>

/** The learner moves a threshold until misses and false alarms are both bearable. */
export const thresholdSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('threshold'),
    cases: z.array(caseSchema).min(4).max(5000).optional(),
    /** A query of two columns, score and truth, on the lesson's datasets; in place of `cases`. */
    sql: words.optional(),
    /** What the score is called, and what is true of a case: `真的需要上门`. */
    score: words,
    truth: words,
    goal: goalSchema,
    /** Where the slider begins; the middle of the scores where it is missing. */
    start: z.number().optional(),
    step: z.number().positive().optional(),
    because: words,
  })
  .refine(({ cases, sql }) => (cases === undefined) !== (sql === undefined), {
    path: ['cases'],
    message: 'cases 和 sql 写一项，只写一项',
  })
export type ThresholdExercise = z.infer<typeof thresholdSchema>

export const thresholdAnswerSchema = z.object({
  kind: z.literal('threshold'),
  /** Whoever scores it or more is picked. */
  at: z.number().nullable(),
})

export const thresholdViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('threshold'),
  score: z.string(),
  truth: z.string(),
  /** What is to be reached, in a sentence. */
  goal: z.string(),
  start: z.number().optional(),
  step: z.number().optional(),
})
