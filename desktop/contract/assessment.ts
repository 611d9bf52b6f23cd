import * as z from 'zod'
import { sittingEnds, sittingKinds } from '../domain/assessment/events.ts'
import { answerSchema } from '../domain/course/exercise.ts'
import { lessonViewSchema } from './learn.ts'
import { procedure } from './wire/procedure.ts'

/** A learner's way through a programme: its tests, and what they say. */

const titles = z.object({ zh: z.string(), en: z.string() })
const kind = z.enum(sittingKinds)

/** Why a test cannot be begun now. */
export const lockReasons = ['before_first', 'taken', 'review_first', 'no_bank'] as const
export type LockReason = (typeof lockReasons)[number]

const stepSchema = z.object({
  kind,
  /** `locked`: cannot be begun, see `lock`; `open`: may be begun; `begun`: goes on where it was left. */
  state: z.enum(['locked', 'open', 'begun', 'done']),
  lock: z.enum(lockReasons).nullable(),
  /** Courses to go over again before the final is taken anew. */
  review: z.array(z.object({ course: z.string(), title: titles })),
  minutes: z.int(),
  questions: z.int(),
  answered: z.int(),
  /** The sitting that goes on, else the latest that ended. */
  sitting: z.string().nullable(),
  /** Sittings that have ended. */
  times: z.int(),
  /** Of the final: whether one was passed. */
  passed: z.boolean(),
})
export type StepView = z.infer<typeof stepSchema>

const programmeViewSchema = z.object({
  id: z.string(),
  title: titles,
  summary: titles,
  courses: z.array(z.object({ course: z.string(), title: titles, minutes: z.int() })),
  capstone: z.string().nullable(),
  pass: z.object({ share: z.number(), each: z.int() }),
  /** The training that the learner's class is in. */
  training: z.object({ id: z.string(), classTitle: z.string() }).nullable(),
  steps: z.array(stepSchema),
})
export type ProgrammeView = z.infer<typeof programmeViewSchema>

const questionSchema = z.object({
  /** The exercise's id in the lesson: `q1` … */
  id: z.string(),
  course: z.string(),
  /** Whose tables may be asked: those of the course's bank that are here. */
  datasets: z.array(z.string()),
  answered: z.boolean(),
  /** “I do not know” is its answer. */
  skipped: z.boolean(),
  /** An update took it or its data away: it cannot be answered and counts neither way. */
  gone: z.boolean(),
})

const sittingViewSchema = z.object({
  sitting: z.string(),
  programme: z.string(),
  kind,
  title: titles,
  minutes: z.int(),
  ended: z.boolean(),
  /** The questions as exercises; `lesson.demo` and its like know it by its course and lesson. */
  lesson: lessonViewSchema,
  questions: z.array(questionSchema),
  /** Of the placement, which asks no more than it must: the next question; null: all is decided. */
  next: z.string().nullable(),
})
export type SittingView = z.infer<typeof sittingViewSchema>

const courseResult = z.object({
  course: z.string(),
  title: titles,
  right: z.int(),
  answered: z.int(),
  total: z.int(),
})

const resultSchema = z.object({
  sitting: z.string(),
  programme: z.string(),
  kind,
  end: z.enum(sittingEnds),
  begunAt: z.string(),
  endedAt: z.string(),
  right: z.int(),
  total: z.int(),
  /** Of the final. */
  passed: z.boolean().nullable(),
  courses: z.array(courseResult),
  objectives: z.array(
    z.object({
      course: z.string(),
      objective: z.string(),
      title: titles,
      right: z.int(),
      total: z.int(),
      /** Lessons that teach it. */
      lessons: z.array(z.object({ id: z.string(), title: titles })),
    }),
  ),
  /** Of the placement: which courses are needed. */
  placement: z.array(z.object({ course: z.string(), state: z.enum(['open', 'known', 'needed']) })),
})
export type SittingResult = z.infer<typeof resultSchema>

const own = { learner: z.string() }
const ofSitting = { ...own, sitting: z.string() }
const standingSchema = z.object({
  answered: z.array(z.string()),
  skipped: z.array(z.string()),
  /** Can no longer be answered; see a question's `gone`. */
  gone: z.array(z.string()),
  /** Of the placement: the next question. */
  next: z.string().nullable(),
})
export type SittingStanding = z.infer<typeof standingSchema>

export const assessmentProcedures = {
  'proof.programmes': procedure({
    input: z.object({ learner: z.string().nullable() }),
    output: z.array(programmeViewSchema),
  }),
  /** Begins a test, or goes on with the one that was begun; `bad_request` where it is locked. */
  'proof.begin': procedure({
    input: z.object({ ...own, programme: z.string(), kind }),
    output: z.object({ sitting: z.string() }),
  }),
  /** `not_found` where the sitting is another learner's. */
  'proof.sitting': procedure({ input: z.object(ofSitting), output: sittingViewSchema }),
  /**
   * Takes an answer, in place of an earlier one; null: “I do not know”. Whether it is right is not
   * told before the end.
   */
  'proof.answer': procedure({
    input: z.object({
      ...ofSitting,
      question: z.string(),
      answer: answerSchema.nullable(),
      seconds: z.int().min(0).max(86_400).nullable(),
    }),
    output: standingSchema,
  }),
  'proof.end': procedure({
    input: z.object({ ...ofSitting, end: z.enum(sittingEnds) }),
    output: resultSchema,
  }),
  /** `bad_request` before the end. */
  'proof.result': procedure({ input: z.object(ofSitting), output: resultSchema }),
} as const
