import * as z from 'zod'
import { errorSchema } from './errors.ts'
import {
  columnFiltersSchema,
  columnSchema,
  columnSummarySchema,
  parameterSchema,
  relationSchema,
  sortSchema,
} from './table.ts'
import { bytes, procedure } from './wire/procedure.ts'

export const notebookId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const session = z.string()
const values = z.record(z.string(), parameterSchema)

export const notebookSummarySchema = z.object({
  id: notebookId,
  title: z.string(),
  question: z.string(),
  datasets: z.array(z.string()),
  synthetic: z.boolean(),
  /** Whether it came with the app: it can be edited, not removed. */
  shipped: z.boolean(),
  /** Set where the file cannot be read as a notebook. */
  problem: errorSchema.nullable(),
})
export type NotebookSummary = z.infer<typeof notebookSummarySchema>

/**
 * How a table cell stands. `stale`: its inputs changed, or it is manual and changed, or the engine was
 * restarted, and it has not run since.
 */
export const cellStateSchema = z.object({
  cell: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'stale', 'cancelled']),
  columns: z.array(columnSchema),
  rows: z.int(),
  ms: z.number(),
  /** Cells and datasets that it reads. */
  inputs: z.array(z.string()),
  /** Parameters that occur in it. */
  parameters: z.array(z.string()),
  error: errorSchema.nullable(),
  /** The first page of the table that was just made, as Arrow, where the cell was asked for by name. */
  first: bytes.nullable(),
})
export type CellState = z.infer<typeof cellStateSchema>

const keyColumns = z.array(z.string().min(1).max(200)).min(1).max(8)
const keyPairSchema = z.object({
  left: z.string().max(200),
  leftColumns: keyColumns,
  right: z.string().max(200),
  rightColumns: keyColumns,
})
const keyCountsSchema = z.object({
  leftKeys: z.int(),
  matched: z.int(),
  rightRows: z.int(),
  rightKeys: z.int(),
  leftLength: z.int().nullable(),
  rightLength: z.int().nullable(),
})

export const workbenchProcedures = {
  'notebook.list': procedure({ input: z.object({}), output: z.array(notebookSummarySchema) }),
  'notebook.read': procedure({
    input: z.object({ id: notebookId }),
    output: z.object({ source: z.string(), version: z.string(), edited: z.boolean() }),
  }),
  /**
   * `base` is the version read before; `conflict` where somebody else wrote since. `pin`: what is
   * replaced is kept for good.
   */
  'notebook.write': procedure({
    input: z.object({
      id: notebookId,
      source: z.string().max(2_000_000),
      base: z.string(),
      pin: z.boolean().optional(),
    }),
    output: z.object({ version: z.string() }),
  }),
  /** A session is one open notebook's schema in the engine. */
  'session.open': procedure({ input: z.object({}), output: z.object({ session }) }),
  'session.close': procedure({ input: z.object({ session }), output: z.object({}) }),
  /**
   * Brings every table cell of the text up to date: only those run whose text, parameters or inputs
   * differ from what their table was made of. Items tell each cell's change of state. Manual cells
   * run only where they are `asked` for; all of them where it is missing.
   */
  'session.run': procedure({
    input: z.object({
      session,
      source: z.string().max(2_000_000),
      values,
      asked: z.array(z.string()).optional(),
    }),
    item: cellStateSchema,
    output: z.object({ ran: z.array(z.string()) }),
  }),
  'session.page': procedure({
    input: z.object({
      session,
      relation: z.string(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(10_000),
      sort: z.array(sortSchema),
      filters: columnFiltersSchema.optional(),
    }),
    output: z.object({ bytes }),
  }),
  'session.summary': procedure({
    input: z.object({ session, relation: z.string() }),
    output: z.array(columnSummarySchema),
  }),
  /** What the keys of two tables of an open notebook have in common. */
  'session.keys': procedure({ input: keyPairSchema.extend({ session }), output: keyCountsSchema }),
  /** What Mosaic's coordinator asks for a chart. */
  'session.chart': procedure({
    input: z.object({ session, sql: z.string(), type: z.enum(['exec', 'arrow']) }),
    output: z.object({ bytes: bytes.optional() }),
  }),
  /** Whole rows of a dataset, for the catalogue's preview. */
  'dataset.page': procedure({
    input: z.object({
      relation: relationSchema,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(10_000),
      sort: z.array(sortSchema),
      filters: columnFiltersSchema.optional(),
    }),
    output: z.object({ bytes }),
  }),
} as const
