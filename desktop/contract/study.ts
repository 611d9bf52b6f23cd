import * as z from 'zod'
import { placeSchema, studySchema } from '../domain/course/study.ts'
import { procedure } from './wire/procedure.ts'

const termSchema = z.object({ id: z.string(), zh: z.string(), en: z.string(), say: z.string() })
export type Term = z.infer<typeof termSchema>

const learner = { learner: z.string() }

/** What a learner keeps beside a lesson's text, and the words that it explains. */
export const studyProcedures = {
  /** The glossary's terms in their own order. */
  'glossary.list': procedure({ input: z.object({}), output: z.array(termSchema) }),
  'study.read': procedure({ input: z.object(learner), output: studySchema }),
  /** Writes a learner's note on a place; an empty text takes it away. */
  'study.note': procedure({
    input: placeSchema.extend({ ...learner, text: z.string().max(4000) }),
    output: studySchema,
  }),
  'study.bookmark': procedure({
    input: placeSchema.extend({ ...learner, on: z.boolean() }),
    output: studySchema,
  }),
} as const
