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
