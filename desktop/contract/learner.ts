import * as z from 'zod'
import { helpLevels } from '../domain/simulation/player.ts'
import { progressSchema } from '../domain/course/record.ts'
import { tallySchema } from '../domain/simulation/drill-score.ts'
import { drillStandingSchema } from './drills.ts'
import { lessonViewSchema } from './learn.ts'
import { procedure } from './wire/procedure.ts'

/** Where a learner stands: mastery, tests before and after, reviews, the report. */

const titles = z.object({ zh: z.string(), en: z.string() })
const help = z.enum(helpLevels)

export const standingSchema = z.object({
  id: z.string(),
  title: titles,
  /** The last `seen` first attempts, `right` of them right; `needed` of `of` make it mastered. */
  mastery: z.object({
    state: z.enum(['new', 'learning', 'mastered']),
    help: help.nullable(),
    right: z.int(),
    seen: z.int(),
    needed: z.int(),
    of: z.int(),
  }),
  tested: z.boolean(),
})
export type StandingView = z.infer<typeof standingSchema>

const form = z.enum(['A', 'B'])

const outcomeSchema = z.object({
  form,
  state: z.enum(['new', 'begun', 'done']),
  decisions: z.array(
    z.object({
      objective: z.string(),
      state: z.enum(['open', 'known', 'unknown']),
      right: z.int(),
      asked: z.int(),
      of: z.int(),
    }),
  ),
  known: z.int(),
})

/** Both tests of a course; null where it has none. */
const testsSchema = z.object({ before: outcomeSchema, after: outcomeSchema }).nullable()
export type TestsView = z.infer<typeof testsSchema>

export const courseViewSchema = z.object({
  id: z.string(),
  track: z.enum(['A', 'B', 'C']),
  title: titles,
  summary: titles,
  minutes: z.int(),
  /** Courses to take before; the title is null where it is not installed. */
  prerequisites: z.array(z.object({ id: z.string(), title: titles.nullable() })),
  competences: z.array(z.object({ code: z.string(), name: titles.nullable() })),
  sources: z.array(z.object({ title: z.string(), url: z.string().optional(), what: z.string() })),
  objectives: z.array(standingSchema),
  lessons: z.array(
    z.object({
      id: z.string(),
      title: titles,
      minutes: z.int(),
      objectives: z.array(z.string()),
      /** All that it is there for is known. */
      skippable: z.boolean(),
      /** What was done in it before was set aside, and can be brought back. */
      aside: z.boolean(),
    }),
  ),
  tests: testsSchema,
  /** Its fraud drills; null where it has none. */
  drill: drillStandingSchema.nullable(),
  progress: progressSchema,
})
export type CourseView = z.infer<typeof courseViewSchema>

export const reportSchema = z.object({
  courses: z.array(
    z.object({
      id: z.string(),
      title: titles,
      lessons: z.array(
        z.object({
          id: z.string(),
          title: titles,
          openedAt: z.string().nullable(),
          doneAt: z.string().nullable(),
        }),
      ),
      objectives: z.array(standingSchema),
      tests: testsSchema,
      practices: z.array(
        z.object({
          id: z.string(),
          title: titles,
          runs: z.int(),
          best: help.nullable(),
          lastAt: z.string(),
        }),
      ),
      /** Rounds of fraud drills, the latest last. */
      drills: z.array(z.object({ at: z.string(), followUp: z.boolean(), tally: tallySchema })),
    }),
  ),
})
export type ReportView = z.infer<typeof reportSchema>

const learner = { learner: z.string() }
const place = { course: z.string(), lesson: z.string() }

export const learnerProcedures = {
  'learner.course': procedure({
    input: z.object({ course: z.string(), learner: z.string().nullable() }),
    output: courseViewSchema,
  }),
  /** The test's questions, and what each is about; `not_found` where the course has no test. */
  'learner.test': procedure({
    input: z.object({ course: z.string() }),
    output: z.object({
      view: lessonViewSchema,
      items: z.array(z.object({ id: z.string(), objective: z.string(), form })),
      objectives: z.array(z.object({ id: z.string(), title: titles })),
    }),
  }),
  'learner.skip': procedure({
    input: z.object({ ...learner, ...place, exercise: z.string() }),
    output: progressSchema,
  }),
  /** At most five exercises of lessons, to review today. */
  'learner.reviews': procedure({
    input: z.object(learner),
    output: z.array(
      z.object({ ...place, exercise: z.string(), courseTitle: titles, lessonTitle: titles }),
    ),
  }),
  'learner.reviewed': procedure({
    input: z.object({ ...learner, ...place, exercise: z.string(), knew: z.boolean() }),
    output: z.object({}),
  }),
  'learner.place': procedure({
    input: z.object({ ...learner, ...place, part: z.int().min(0), text: z.string().max(80) }),
    output: progressSchema,
  }),
  /** Begins a lesson (or the test) anew; nothing is deleted. */
  'learner.reset': procedure({
    input: z.object({ ...learner, ...place }),
    output: progressSchema,
  }),
  'learner.restore': procedure({
    input: z.object({ ...learner, ...place }),
    output: progressSchema,
  }),
  'learner.report': procedure({ input: z.object(learner), output: reportSchema }),
  /** The report as a file; a name is in it only where one is given. */
  'learner.export': procedure({
    input: z.object({
      ...learner,
      format: z.enum(['csv', 'xapi']),
      name: z.string().max(20).nullable(),
    }),
    output: z.object({ text: z.string() }),
  }),
} as const
