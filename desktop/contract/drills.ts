import * as z from 'zod'
import { progressSchema } from '../domain/course/record.ts'
import { drillMessageSchema, drillSchema } from '../domain/simulation/drill.ts'
import { judgements, tallySchema } from '../domain/simulation/drill-score.ts'
import { procedure } from './wire/procedure.ts'

/** Fraud drills: false and genuine messages to be told apart, a round at a time. */

const titles = z.object({ zh: z.string(), en: z.string() })

/** Where a learner stands with a course's drills. */
export const drillStandingSchema = z.object({
  /** Rounds brought to their end. */
  rounds: z.int(),
  state: z.enum(['new', 'due', 'later']),
  /** The day of the next round, ISO 8601; null before the first. */
  next: z.string().nullable(),
  /** The next is the early round, the day after frauds were believed. */
  followUp: z.boolean(),
  last: tallySchema.nullable(),
})
export type DrillStanding = z.infer<typeof drillStandingSchema>

const drillItemSchema = z.object({
  scheme: z.string(),
  title: titles,
  message: drillMessageSchema,
})
export type DrillItemView = z.infer<typeof drillItemSchema>

export const drillProcedures = {
  /** All drills of a course that can be read; none where it has none. */
  'course.drills': procedure({
    input: z.object({ course: z.string() }),
    output: z.array(drillSchema),
  }),
  /** A round for a learner; `not_found` where the course has not enough messages for one. */
  'learner.drill': procedure({
    input: z.object({
      course: z.string(),
      learner: z.string().nullable(),
      /** Frauds of these schemes only; all where none is named. */
      schemes: z.array(z.string()).max(40),
    }),
    output: z.object({ title: titles, messages: z.array(drillItemSchema) }),
  }),
  /** The courses that have drills, those that are due first. */
  'learner.drills': procedure({
    input: z.object({ learner: z.string().nullable() }),
    output: z.array(z.object({ course: z.string(), title: titles, standing: drillStandingSchema })),
  }),
  /** Keeps a round, finished or left; whether each message is genuine the host knows itself. */
  'progress.drill': procedure({
    input: z.object({
      course: z.string(),
      learner: z.string(),
      finished: z.boolean(),
      answers: z
        .array(
          z.object({
            scheme: z.string(),
            message: z.string(),
            answer: z.enum(judgements),
            changed: z.boolean(),
          }),
        )
        .min(1)
        .max(20),
    }),
    output: progressSchema,
  }),
} as const
