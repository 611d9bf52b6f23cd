import * as z from 'zod'
import { confidences } from '../domain/course/calibration.ts'
import { answerSchema, exerciseViewSchema } from '../domain/course/exercise.ts'
import { outcomes } from '../domain/course/kinds/common.ts'
import { indicatorAnswerSchema } from '../domain/course/kinds/indicator-schema.ts'
import { progressSchema } from '../domain/course/record.ts'
import { helpLevels } from '../domain/simulation/player.ts'
import { scenarioSchema } from '../domain/simulation/scenario.ts'
import { columnSchema } from './table.ts'
import { procedure } from './wire/procedure.ts'

const titles = z.object({ zh: z.string(), en: z.string() })
const cell = z.union([z.null(), z.boolean(), z.number(), z.string()])
export const smallTableSchema = z.object({
  columns: z.array(columnSchema),
  rows: z.array(z.array(cell)),
  truncated: z.boolean(),
})
export type SmallTable = z.infer<typeof smallTableSchema>

export const courseSummarySchema = z.object({
  id: z.string(),
  track: z.enum(['A', 'B', 'C']),
  title: titles,
  summary: titles,
  lessons: z.array(
    z.object({
      id: z.string(),
      title: titles,
      minutes: z.int(),
      /** Ids of the datasets that its exercises run on. */
      datasets: z.array(z.string()),
    }),
  ),
})
export type CourseSummary = z.infer<typeof courseSummarySchema>

/** A lesson as the learner sees it: no reference answers in it. Text is Markdown. */
export const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prose'), text: z.string() }),
  /** `card` is shown to the learner too; `volunteer`, `handout` and `speaker` are for the teacher's papers. */
  z.object({ kind: z.enum(['volunteer', 'handout', 'speaker', 'card']), text: z.string() }),
  z.object({ kind: z.literal('sql-demo'), sql: z.string() }),
  z.object({ kind: z.literal('scenario'), scenario: z.string() }),
  /** A round of the course's fraud drills, of these schemes; of all where none is named. */
  z.object({ kind: z.literal('drill'), schemes: z.array(z.string()) }),
  exerciseViewSchema,
])
export type Block = z.infer<typeof blockSchema>

export const lessonViewSchema = z.object({
  course: z.string(),
  lesson: z.string(),
  title: titles,
  minutes: z.int(),
  objectives: z.array(z.string()),
  datasets: z.array(
    z.object({ id: z.string(), title: z.string(), table: z.string(), synthetic: z.boolean() }),
  ),
  blocks: z.array(blockSchema),
})
export type LessonView = z.infer<typeof lessonViewSchema>

export const verdictSchema = z.object({
  correct: z.boolean(),
  code: z.enum([
    'ok',
    'error',
    'statement',
    'columns',
    'row_count',
    'rows',
    'values',
    'order',
    'hard_coded',
    'timeout',
  ]),
  /** One or two sentences on this very answer, Markdown. */
  message: z.string(),
  notes: z.array(z.string()),
  /** On single pieces of the answer, by the text or id that the exercise's view has for them. */
  marks: z.array(
    z.object({
      at: z.string(),
      right: z.boolean(),
      say: z.string(),
      outcome: z.enum(outcomes).optional(),
      instead: z.string().optional(),
    }),
  ),
  /** For SQL: what the learner's query gave on the visible data, and where it differs. */
  yours: smallTableSchema.nullable(),
  difference: z
    .object({
      columns: z.array(z.string()),
      missing: z.array(z.array(cell)),
      extra: z.array(z.array(cell)),
    })
    .nullable(),
  /** Where in the learner's SQL the error stands, in UTF-16 units. */
  at: z.object({ from: z.int(), to: z.int() }).nullable(),
})
export type Verdict = z.infer<typeof verdictSchema>

export type { Answer } from '../domain/course/exercise.ts'

export { helpLevels }
export type { Progress } from '../domain/course/record.ts'

const place = { course: z.string(), lesson: z.string() }

export const learnProcedures = {
  'course.list': procedure({ input: z.object({}), output: z.array(courseSummarySchema) }),
  'course.lesson': procedure({ input: z.object(place), output: lessonViewSchema }),
  /** The answers of a lesson's exercises as whoever leads a class shows them, with their reasons. */
  'lesson.solutions': procedure({
    input: z.object(place),
    output: z.array(
      z.object({
        exercise: z.string(),
        pieces: z.array(z.object({ text: z.string(), right: z.boolean(), because: z.string() })),
      }),
    ),
  }),
  'course.scenario': procedure({
    input: z.object({ course: z.string(), scenario: z.string() }),
    output: scenarioSchema,
  }),
  /** Runs a demo's text, as the learner changed it, on the lesson's datasets; at most 200 rows come back. */
  'lesson.demo': procedure({
    input: z.object({ ...place, sql: z.string().max(100_000) }),
    output: smallTableSchema,
  }),
  /** The cases of a threshold exercise: scores with what was true. */
  'exercise.cases': procedure({
    input: z.object({ ...place, exercise: z.string() }),
    output: z.object({ cases: z.array(z.tuple([z.number(), z.boolean()])) }),
  }),
  /** The rows above and below the line of an indicator; null while one of the two is not chosen. */
  'exercise.indicator': procedure({
    input: z.object({ ...place, exercise: z.string(), choice: indicatorAnswerSchema }),
    output: z.object({ numerator: z.int(), denominator: z.int() }).nullable(),
  }),
  /** Checks an answer; with a learner, the attempt is kept in the journal. */
  'exercise.check': procedure({
    input: z.object({
      ...place,
      exercise: z.string(),
      learner: z.string().nullable(),
      hints: z.int().min(0).max(4),
      /** What the learner said of it beforehand, where the exercise asks. */
      confidence: z.enum(confidences).optional(),
      answer: answerSchema,
    }),
    output: verdictSchema,
  }),
  'progress.read': procedure({ input: z.object({ learner: z.string() }), output: progressSchema }),
  'progress.lesson': procedure({
    input: z.object({ ...place, learner: z.string(), what: z.enum(['opened', 'done']) }),
    output: progressSchema,
  }),
  'progress.scenario': procedure({
    input: z.object({
      course: z.string(),
      scenario: z.string(),
      learner: z.string(),
      reached: z.boolean(),
      help: z.enum(helpLevels),
      mistakes: z.array(z.string()),
    }),
    output: progressSchema,
  }),
} as const
