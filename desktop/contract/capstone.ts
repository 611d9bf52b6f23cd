import * as z from 'zod'
import { raterRoles } from '../domain/assessment/events.ts'
import { rubricSchema } from '../domain/assessment/rubric-schema.ts'
import { notebookId } from './workbench.ts'
import { procedure } from './wire/procedure.ts'

/** The last work of a programme: handed in, and judged by a rubric. */

const titles = z.object({ zh: z.string(), en: z.string() })
const levels = z.record(z.string(), z.int().min(1).max(6))

/** Several facilitators are told apart by a number. */
const facilitator = z.int().min(1).max(9)

/** Who asks, and so whose levels are his own. */
const raterSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('self'), learner: z.string() }),
  z.object({ role: z.literal('peer'), learner: z.string() }),
  z.object({ role: z.literal('facilitator'), number: facilitator }),
])
export type Rater = z.infer<typeof raterSchema>

const ratingSchema = z.object({
  role: z.enum(raterRoles),
  /** A learner's id, or the facilitator's number. */
  rater: z.string(),
  /** By the rubric's criteria; what the rubric no longer has is left out. */
  levels,
  total: z.int(),
  /** False where the rubric has got a criterion since. */
  complete: z.boolean(),
  /** Criteria it names that the rubric no longer has. */
  ignored: z.array(z.string()),
  /** Whether it was changed after the others' levels were seen. */
  changed: z.boolean(),
  passes: z.boolean(),
})
export type RatingView = z.infer<typeof ratingSchema>

/** What became of the notebook since it was handed in. */
export const briefStates = ['same', 'changed', 'gone'] as const

const workSchema = z.object({
  work: z.string(),
  programme: z.string(),
  author: z.string(),
  /** ISO 8601. */
  at: z.string(),
  notebook: notebookId,
  title: z.string(),
  brief: z.enum(briefStates),
  withdrawn: z.boolean(),
  /** Peers who are to judge it. */
  peers: z.array(z.string()),
  /** What whoever asks gave. */
  own: ratingSchema.nullable(),
  /** What the others gave; nothing before whoever asks has given his own. */
  others: z.array(ratingSchema),
  /** How many others have judged it. */
  judgedBy: z.int(),
  /** Criteria at which two are a level or more apart; nothing before the own levels. */
  apart: z.array(z.string()),
  /** By the facilitators' levels; null where there are none, or whoever asks has given none. */
  passed: z.boolean().nullable(),
})
export type WorkView = z.infer<typeof workSchema>

const interval = z.object({ low: z.number(), high: z.number() })
const alpha = z.object({ value: z.number(), interval: interval.nullable() }).nullable()
const agreementSchema = z.object({
  works: z.int(),
  criteria: z.array(
    z.object({
      criterion: z.string(),
      exact: z.number().nullable(),
      pairs: z.int(),
      alpha,
    }),
  ),
  alpha,
  kappa: z.number().nullable(),
  leniency: z.array(
    z.object({
      role: z.enum(['self', 'peer']),
      difference: z.number().nullable(),
      compared: z.int(),
    }),
  ),
})
export type AgreementView = z.infer<typeof agreementSchema>

const programme = z.object({ id: z.string(), title: titles, capstone: z.string() })

const ownSchema = z.object({
  programme,
  rubric: rubricSchema,
  /** The learner's work that stands. */
  work: workSchema.nullable(),
  /** The workspace's notebooks, of which one may be handed in. */
  notebooks: z.array(z.object({ id: notebookId, title: z.string() })),
  /** Works of others that the learner is to judge. */
  toJudge: z.array(workSchema),
})
export type OwnCapstone = z.infer<typeof ownSchema>

const boardSchema = z.object({
  programme,
  rubric: rubricSchema,
  works: z.array(workSchema),
  /** Members of the class without a work. */
  without: z.array(z.string()),
  /** Whether somebody handed in or left since the peers were allotted. */
  allotDue: z.boolean(),
  /** Of the works that this facilitator has judged. */
  agreement: agreementSchema,
})
export type CapstoneBoard = z.infer<typeof boardSchema>

/** Why a notebook cannot be handed in. */
export const handInRefusals = ['missing', 'empty', 'taken', 'twice'] as const
export type HandInRefusal = (typeof handInRefusals)[number]

const own = { learner: z.string() }
const rated = z.object({ work: z.string(), rater: raterSchema })

export const capstoneProcedures = {
  /** Programmes with a capstone that has a rubric. */
  'capstone.programmes': procedure({ input: z.object({}), output: z.array(programme) }),
  'capstone.own': procedure({
    input: z.object({ ...own, programme: z.string() }),
    output: ownSchema,
  }),
  /** The notebook as it is now is what will be judged. */
  'capstone.handIn': procedure({
    input: z.object({ ...own, programme: z.string(), notebook: notebookId }),
    output: z.object({ work: z.string().nullable(), refused: z.enum(handInRefusals).nullable() }),
  }),
  /** `not_found` where it is another's. */
  'capstone.withdraw': procedure({
    input: z.object({ ...own, work: z.string() }),
    output: z.object({}),
  }),
  /** `not_found` where whoever asks is not to judge it. */
  'capstone.work': procedure({
    input: rated,
    output: z.object({
      programme,
      rubric: rubricSchema,
      work: workSchema,
      /** The notebook's text as it was handed in; null where it is lost. */
      source: z.string().nullable(),
    }),
  }),
  /** `bad_request` where a criterion has no level, or one that the rubric has not. */
  'capstone.rate': procedure({ input: rated.extend({ levels }), output: workSchema }),
  /** The works of a class, as a facilitator sees them; of nobody's class where there is none. */
  'capstone.board': procedure({
    input: z.object({ class: z.string().nullable(), facilitator }),
    output: z.array(boardSchema),
  }),
  'capstone.allot': procedure({
    input: z.object({ class: z.string(), programme: z.string() }),
    output: z.object({}),
  }),
} as const
