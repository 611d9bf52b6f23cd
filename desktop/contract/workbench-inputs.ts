import * as z from 'zod'
import { procedure } from './wire/procedure.ts'

const session = z.string()
/** A table as queries name it: a cell, a dataset, or `dataset.resource`. */
const source = { session, table: z.string().max(200), column: z.string().min(1).max(200) }

/** What inputs of a notebook ask of its tables. */
export const workbenchInputProcedures = {
  /** The values of a column with their rows, the most frequent first; `more`: there are others. */
  'session.options': procedure({
    input: z.object(source),
    output: z.object({
      options: z.array(
        z.object({
          value: z.union([z.string(), z.number(), z.boolean()]),
          count: z.int().positive(),
        }),
      ),
      more: z.boolean(),
    }),
  }),
  /** The first and the last day of a column of dates; null where it has none. */
  'session.bounds': procedure({
    input: z.object(source),
    output: z.object({ first: z.iso.date().nullable(), last: z.iso.date().nullable() }),
  }),
} as const
