import * as z from 'zod'
import { sittingKinds } from '../domain/assessment/events.ts'
import { finalEnds, needKinds, waySteps } from '../domain/assessment/training/kinds.ts'
import { personSchema } from './app.ts'
import { procedure } from './wire/procedure.ts'

/** A class on its way through a programme, as its organiser sees it. */

const titles = z.object({ zh: z.string(), en: z.string() })

const summarySchema = z.object({
  id: z.string(),
  programme: z.string(),
  title: titles,
  begunAt: z.string(),
  closedAt: z.string().nullable(),
})

/** How far somebody is with one step; `short`: a final that was not passed. */
export const stepStates = ['none', 'begun', 'done', 'short'] as const
const state = z.enum(stepStates)

/** Where somebody stands, and what holds her up. */
const standingSchema = z.object({
  step: z.enum(waySteps),
  /** A day in China; null where not known. */
  since: z.string().nullable(),
  days: z.int().nullable(),
  need: z
    .object({
      kind: z.enum(needKinds),
      /** Finals not passed, days that a test lies begun or nothing was done, judgements missing or owed. */
      count: z.int(),
      /** Of `begun`: the test. */
      test: z.enum(sittingKinds).nullable(),
      /** Of `failed`: what to look at first. */
      objective: z.object({ title: titles, courseTitle: titles }).nullable(),
      /** Of `peers`: the ids of those who have not judged it yet. */
      waitsFor: z.array(z.string()),
    })
    .nullable(),
})
export type StandingView = z.infer<typeof standingSchema>

const memberSchema = z.object({
  /** By which exports tell people apart: the class's own number. */
  number: z.int(),
  /** Null where the person is not known here any more. */
  person: personSchema.nullable(),
  /** Who has left is shown with what was done, and no longer counts among the class. */
  inClass: z.boolean(),
  half: z.union([z.literal(1), z.literal(2)]).nullable(),
  steps: z.object(Object.fromEntries(sittingKinds.map((kind) => [kind, state]))),
  /** Courses of the programme of which all lessons are done. */
  courses: z.int(),
  capstone: state,
  /** Took the test before or after in another training or alone, so that he is in no gain here. */
  testedElsewhere: z.boolean(),
  standing: standingSchema,
})
export type MemberView = z.infer<typeof memberSchema>

const gainSchema = z.object({
  course: z.string(),
  courseTitle: titles,
  objective: z.string(),
  title: titles,
  n: z.int(),
  before: z.number(),
  after: z.number(),
  gain: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
})

const trainingSchema = summarySchema.extend({
  class: z.string(),
  classTitle: z.string(),
  courses: z.int(),
  halves: z.object({ first: z.int(), second: z.int() }),
  members: z.array(memberSchema),
  /** Learners who ended both tests; null gains: too few of them to speak of a group. */
  compared: z.int(),
  gains: z.array(gainSchema).nullable(),
  finals: z.object({
    /** Learners who handed one in here; of them those who have left the class since. */
    taken: z.int(),
    gone: z.int(),
    /** Of those by what came of it: they add up to `taken`. Interval: 95 %; null for fewer than a group. */
    ends: z.array(
      z.object({
        end: z.enum(finalEnds),
        count: z.int(),
        interval: z.tuple([z.number(), z.number()]).nullable(),
      }),
    ),
    /** Of those who did not pass at the first try: who tried again. */
    again: z.int(),
    /** Members of the class who passed one elsewhere before; they are not of `taken`. */
    elsewhere: z.int(),
    /** Members of the class who handed in none. */
    none: z.int(),
  }),
})
export type TrainingView = z.infer<typeof trainingSchema>

/** Fewer learners than these are no group: their shares would tell of persons. */
export const leastGroup = 5

const ofTraining = { training: z.string() }

export const trainingProcedures = {
  /** The trainings of a class, the latest first, and the programmes that it could take up. */
  'training.list': procedure({
    input: z.object({ class: z.string() }),
    output: z.object({
      trainings: z.array(summarySchema),
      programmes: z.array(z.object({ id: z.string(), title: titles, summary: titles })),
    }),
  }),
  /** Puts everybody of the class into one half; `bad_request` where one of this programme is open. */
  'training.begin': procedure({
    input: z.object({ class: z.string(), programme: z.string() }),
    output: z.object(ofTraining),
  }),
  'training.read': procedure({ input: z.object(ofTraining), output: trainingSchema }),
  /** No test of it can be begun any more; what was done stays. */
  'training.close': procedure({ input: z.object(ofTraining), output: z.object({}) }),
  /** Each answer of each test, as a file; names are in it only where asked for. */
  'training.export': procedure({
    input: z.object({ ...ofTraining, format: z.enum(['csv', 'xapi']), names: z.boolean() }),
    output: z.object({ text: z.string() }),
  }),
} as const
