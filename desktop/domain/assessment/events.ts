import * as z from 'zod'

/** Before the courses: which are needed. Before and after them: what changed. At the end: what is known. */
export const sittingKinds = ['placement', 'before', 'after', 'final'] as const
export type SittingKind = (typeof sittingKinds)[number]

export const sittingEnds = ['handed-in', 'left'] as const
export type SittingEnd = (typeof sittingEnds)[number]

/** Who judges a capstone. */
export const raterRoles = ['self', 'peer', 'facilitator'] as const
export type RaterRole = (typeof raterRoles)[number]

const seed = z.int().min(0).max(0xff_ff_ff_ff)
const ofTraining = { training: z.string() }
const ofSitting = { sitting: z.string() }
const ofWork = { work: z.string() }

/** Where an item is kept: the course whose bank it is in, and its id there. */
export const itemRefSchema = z.object({ course: z.string(), item: z.string() })
export type ItemRef = z.infer<typeof itemRefSchema>

/**
 * What the journal keeps of trainings, tests and capstones, by the type of event. `by` is the
 * learner; of a rating, whoever was rated.
 */
export const assessmentEvents = {
  /** A class takes up a programme. */
  'training.begun': z.object({ ...ofTraining, class: z.string(), programme: z.string(), seed }),
  /** A learner of the class is put into one half, which says which form comes first. */
  'training.assigned': z.object({ ...ofTraining, half: z.union([z.literal(1), z.literal(2)]) }),
  'training.closed': z.object(ofTraining),
  'sitting.begun': z.object({
    ...ofSitting,
    programme: z.string(),
    kind: z.enum(sittingKinds),
    form: z.enum(['A', 'B']).nullable(),
    training: z.string().nullable(),
    seed,
    items: z.array(itemRefSchema),
  }),
  /** An answer to a question, in place of an earlier one; the answer itself is not kept. */
  'sitting.answered': z.object({
    ...ofSitting,
    /** The question's number, from 1. */
    question: z.int().min(1),
    correct: z.boolean(),
    code: z.string(),
    /** Places in the bank from 1: of a choice `1` or `1+3`, of an indicator `n3d1x4+5`; see `codeOf`. */
    chosen: z.string().nullable(),
    /** Seconds at the question so far, by a clock that only goes forward. */
    seconds: z.int().min(0).nullable(),
  }),
  'sitting.ended': z.object({
    ...ofSitting,
    end: z.enum(sittingEnds),
    /** The learner's learning events so far: what was learnt since is told by them, not by a clock. */
    learnt: z.int().min(0),
  }),
  'capstone.handed-in': z.object({
    ...ofWork,
    programme: z.string(),
    training: z.string().nullable(),
    /** The notebook that is the brief, and the version (SHA-256) that is judged. */
    notebook: z.string(),
    version: z.string(),
  }),
  'capstone.withdrawn': z.object(ofWork),
  /** Who of the class is to judge it. */
  'capstone.peers': z.object({ ...ofWork, peers: z.array(z.string()) }),
  'capstone.rated': z.object({
    ...ofWork,
    role: z.enum(raterRoles),
    /** A learner's id; of a facilitator, a number that tells several apart. */
    rater: z.string(),
    /** Levels from 1, by the rubric's criteria. */
    levels: z.record(z.string(), z.int().min(1).max(6)),
  }),
} as const

export type AssessmentEventType = keyof typeof assessmentEvents
export type AssessmentEvent<T extends AssessmentEventType> = z.infer<(typeof assessmentEvents)[T]>
