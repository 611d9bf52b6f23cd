import * as z from 'zod'
import {
  columnFiltersSchema,
  findQuestionSchema,
  foundSchema,
  relationSchema,
  remainingSchema,
  sortSchema,
} from './table.ts'
import { procedure } from './wire/procedure.ts'

const cell = { session: z.string(), relation: z.string() }
const find = findQuestionSchema.extend({
  sort: z.array(sortSchema),
  filters: columnFiltersSchema.optional(),
})

/** What a grid asks of its table besides its pages and its summary. */
export const gridProcedures = {
  /** Of the bars of a cell's summary, what filters leave. */
  'session.remaining': procedure({
    input: z.object({ ...cell, filters: columnFiltersSchema }),
    output: remainingSchema,
  }),
  /** Where a text occurs in a cell's table, as it is sorted and filtered. */
  'session.find': procedure({ input: find.extend(cell), output: foundSchema }),
  /** The same in a table of a dataset. */
  'dataset.find': procedure({
    input: find.extend({ relation: relationSchema }),
    output: foundSchema,
  }),
} as const
