import * as z from 'zod'
import { choicesSchema } from '../domain/catalogue/elements/choices.ts'
import { codeListSchema } from '../domain/catalogue/elements/code-list.ts'
import { conformitySchema } from '../domain/catalogue/elements/conformity.ts'
import { elementSchema } from '../domain/catalogue/elements/element.ts'
import { suggestionSchema } from '../domain/catalogue/elements/suggest.ts'
import { procedure } from './wire/procedure.ts'

const table = z.object({
  id: z.string(),
  /** Its place in the descriptor. */
  resource: z.int().nonnegative(),
})

const columnElementSchema = z.object({
  suggestion: suggestionSchema,
  /** Whether somebody said what the column is; then `element` is it, or null for none. */
  decided: z.boolean(),
  element: z.string().nullable(),
})
export type ColumnElement = z.infer<typeof columnElementSchema>

export const elementsProcedures = {
  'elements.dictionary': procedure({
    input: z.object({}),
    output: z.object({
      elements: z.array(elementSchema),
      lists: z.array(codeListSchema),
      /** How many county-level divisions the check of division codes knows. */
      counties: z.int(),
      /** What of the files could not be read. */
      problems: z.array(z.object({ file: z.string(), line: z.int(), problem: z.string() })),
    }),
  }),
  /** What each column of a dataset's table may be, and what it was said to be; in the columns' order. */
  'elements.columns': procedure({ input: table, output: z.array(columnElementSchema) }),
  'elements.choose': procedure({
    input: table.extend({ choices: choicesSchema }),
    output: z.object({}),
  }),
  /** How the confirmed columns conform. */
  'elements.conformity': procedure({
    input: table,
    output: z.array(conformitySchema),
    progress: z.number(),
  }),
} as const
