import * as z from 'zod'
import { completionSchema, planSchema, treeSchema } from './engine-sql.ts'
import { columnSchema, parameterSchema } from './table.ts'
import { procedure } from './wire/procedure.ts'

const sql = z.string().max(200_000)

/** A query of an open notebook that is no cell of it, or not yet. */
const asked = z.object({
  session: z.string(),
  sql,
  values: z.record(z.string(), parameterSchema),
  /** Datasets that the notebook names. */
  datasets: z.array(z.string()).max(200),
})

/** The table of a query on trial beside a cell, for `session.page`; no cell can be called so. */
export const trialOf = (cell: string): string => `~${cell}`
export const isTrial = (relation: string): boolean => relation.startsWith('~')

/** What helps to write and to read SQL. */
export const sqlHelpProcedures = {
  'sql.tree': procedure({ input: z.object({ sql }), output: treeSchema }),
  'sql.same': procedure({
    input: z.object({ one: sql, other: sql }),
    output: z.object({ same: z.boolean() }),
  }),
  'sql.complete': procedure({ input: z.object({ text: sql }), output: completionSchema }),
  /** Runs a query beside a cell, whose own table stays; its result takes the place of the one before. */
  'session.try': procedure({
    input: asked.extend({ cell: z.string().max(200) }),
    output: z.object({ columns: z.array(columnSchema), rows: z.int(), ms: z.number() }),
    progress: z.number(),
  }),
  /** The result on trial is not wanted any more. */
  'session.untry': procedure({
    input: z.object({ session: z.string(), cell: z.string().max(200) }),
    output: z.object({}),
  }),
  'session.explain': procedure({
    input: asked.extend({ run: z.boolean() }),
    output: z.object({ plan: planSchema }),
  }),
} as const
