import * as z from 'zod'
import { paperKinds } from '../domain/classroom/answer-key.ts'
import { scenarioSchema } from '../domain/simulation/scenario.ts'
import { lessonViewSchema } from './learn.ts'
import { bytes, procedure } from './wire/procedure.ts'

const place = { course: z.string(), lesson: z.string() }

const answerSchema = z.object({
  exercise: z.string(),
  kind: z.enum(paperKinds),
  lines: z.array(
    z.object({ text: z.string(), answer: z.string(), right: z.boolean(), because: z.string() }),
  ),
})

/** What a lesson's papers are drawn from; the answers are for the page that the teacher keeps. */
export const paperSourceSchema = z.object({
  lesson: lessonViewSchema,
  /** What the lesson teaches, by the words of its course. */
  goals: z.array(z.object({ zh: z.string(), en: z.string() })),
  scenarios: z.array(scenarioSchema),
  /** Scenarios that the lesson names and that cannot be read. */
  missing: z.array(z.string()),
  answers: z.array(answerSchema),
})
export type PaperSource = z.infer<typeof paperSourceSchema>

export const paperProcedures = {
  'papers.read': procedure({ input: z.object(place), output: paperSourceSchema }),
  /** The papers as the window has drawn them, with the styles they need, as one PDF. */
  'papers.pdf': procedure({
    input: z.object({ ...place, html: z.string().max(8_000_000), css: z.string().max(24_000_000) }),
    output: z.object({ name: z.string(), bytes }),
  }),
} as const
