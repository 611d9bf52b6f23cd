import * as z from 'zod'

/** A column as DuckDB types it (`BIGINT`, `VARCHAR`, `DECIMAL(18,2)` …). */
export const columnSchema = z.object({ name: z.string(), type: z.string() })
export type Column = z.infer<typeof columnSchema>

/** A table by name; an empty schema means `main`. */
export const relationSchema = z.object({ schema: z.string(), name: z.string() })
export type Relation = z.infer<typeof relationSchema>

export const sortSchema = z.object({ column: z.string(), descending: z.boolean() })
export type Sort = z.infer<typeof sortSchema>

/** A value for `$name` in a query. */
const scalarSchema = z.union([z.null(), z.boolean(), z.number(), z.string()])
export const parameterSchema = z.union([scalarSchema, z.array(scalarSchema)])
export type Parameter = z.infer<typeof parameterSchema>

/** What a column holds: bins for numbers and dates (bounds as numbers or ISO dates), top values for the rest. */
export const columnSummarySchema = z.object({
  name: z.string(),
  type: z.string(),
  rows: z.int(),
  nulls: z.int(),
  /** Approximate (HyperLogLog) number of distinct values. */
  distinct: z.int(),
  min: z.string().nullable(),
  max: z.string().nullable(),
  bins: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
  top: z.array(z.object({ value: z.string(), count: z.int() })),
})
export type ColumnSummary = z.infer<typeof columnSummarySchema>

const column = z.string()

/**
 * Which rows are meant, by one column and the bars of its summary: bins from `from` up to, not
 * including, `to`; values among its top ones; all `rest` (other values, numbers that no bin holds);
 * or those without a value. Filters of one column widen, those of different columns narrow.
 */
export const columnFilterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('bins'),
    column,
    from: z.int().nonnegative(),
    to: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('values'), column, values: z.array(z.string()).max(100) }),
  z.object({ kind: z.literal('rest'), column }),
  z.object({ kind: z.literal('null'), column }),
])
export type ColumnFilter = z.infer<typeof columnFilterSchema>
export const columnFiltersSchema = z.array(columnFilterSchema).max(1000)

/** What filters leave of a table, and of each column's bars; its own filter narrows no column's bars. */
export const remainingSchema = z.object({
  rows: z.int(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** As `bins`, or else `top`, of the summary. */
      bars: z.array(z.int()),
      rest: z.int(),
      nulls: z.int(),
    }),
  ),
})
export type Remaining = z.infer<typeof remainingSchema>

/** A text to be found in a table: as it is written, letters in either case. */
export const findQuestionSchema = z.object({
  text: z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[^\0]*$/),
  /** The row from which on, or back, is looked; from 0, −1 for before the first. */
  from: z.int().min(-1),
  direction: z.enum(['next', 'previous']),
})
export type FindQuestion = z.infer<typeof findQuestionSchema>

/** How many rows hold the text, and the one that was gone to. */
export const foundSchema = z.object({
  count: z.int(),
  match: z
    .object({
      /** Rows and columns from 0; the first column that holds it. */
      row: z.int(),
      column: z.int(),
      /** Which of the matching rows, from 1. */
      nth: z.int(),
    })
    .nullable(),
})
export type Found = z.infer<typeof foundSchema>
