import * as z from 'zod'
import { parameterSchema } from './table.ts'
import { bytes, procedure } from './wire/procedure.ts'

/** `open`: as it is. `table`: only this form, an Arrow IPC stream, with a note where something is held back. */
export const leavingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('table'),
    bytes,
    note: z.object({ zh: z.string(), en: z.string() }).nullable(),
  }),
])

/** What may leave the window; `release_refused` where nothing may. */
export const disclosureProcedures = {
  /** The table of a notebook's cell, as its text stands, in the form in which it may be copied. */
  'disclosure.cell': procedure({
    input: z.object({
      source: z.string().max(2_000_000),
      values: z.record(z.string(), parameterSchema),
      cell: z.string(),
    }),
    output: leavingSchema,
  }),
  /** Nothing happens where the rows of these datasets may be copied. */
  'disclosure.rows': procedure({
    input: z.object({ datasets: z.array(z.string()).max(100) }),
    output: z.object({}),
  }),
} as const
