import * as z from 'zod'
import { engineSqlTable } from './engine-sql.ts'
import { errorSchema } from './errors.ts'
import {
  columnSchema,
  findQuestionSchema,
  foundSchema,
  parameterSchema,
  relationSchema,
  sortSchema,
  columnSummarySchema,
  columnFiltersSchema,
  remainingSchema,
} from './table.ts'
import { bytes, procedure } from './wire/procedure.ts'

/** What host and engine process say to each other. The host is trusted; SQL text in it is not. */
export const engineTable = {
  /** Makes the folder's Parquet files readable as `schema.name` (or `main.name` where schema is empty). */
  attach: procedure({
    input: z.object({
      relations: z.array(z.object({ relation: relationSchema, file: z.string() })),
    }),
    output: z.object({ rows: z.array(z.int()) }),
  }),
  detach: procedure({
    input: z.object({ relations: z.array(relationSchema) }),
    output: z.object({}),
  }),

  /** Accepts or refuses a text without running it; tables as written, parameters without `$`. */
  inspect: procedure({
    input: z.object({ sql: z.string() }),
    output: z.discriminatedUnion('accepted', [
      z.object({
        accepted: z.literal(true),
        tables: z.array(relationSchema),
        parameters: z.array(z.string()),
      }),
      z.object({ accepted: z.literal(false), error: errorSchema }),
    ]),
  }),

  ...engineSqlTable,

  'schema.create': procedure({ input: z.object({ schema: z.string() }), output: z.object({}) }),
  'schema.drop': procedure({ input: z.object({ schema: z.string() }), output: z.object({}) }),

  /** Materialises an accepted query as the table `schema.name`; unqualified names resolve in `schema`, then in `main`. */
  'cell.create': procedure({
    input: z.object({
      relation: relationSchema,
      sql: z.string(),
      parameters: z.record(z.string(), parameterSchema),
      /** Whether its first page is wanted along with it: that saves a way there and back. */
      first: z.boolean().optional(),
    }),
    output: z.object({ columns: z.array(columnSchema), rows: z.int(), first: bytes.nullable() }),
    progress: z.number(),
  }),
  'cell.drop': procedure({ input: z.object({ relation: relationSchema }), output: z.object({}) }),

  /** One page of a relation as an Arrow IPC stream; sort and filter are materialised once per relation. */
  'relation.page': procedure({
    input: z.object({
      relation: relationSchema,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(10_000),
      sort: z.array(sortSchema),
      filters: columnFiltersSchema.optional(),
    }),
    output: z.object({ bytes }),
  }),
  /** Writes a table as Parquet to a path of the host's, in a folder that the engine may use. */
  'relation.write': procedure({
    input: z.object({ relation: relationSchema, file: z.string() }),
    output: z.object({}),
  }),
  'relation.describe': procedure({
    input: z.object({ relation: relationSchema }),
    output: z.object({ columns: z.array(columnSchema), rows: z.int() }),
  }),
  'relation.summary': procedure({
    input: z.object({ relation: relationSchema }),
    output: z.object({ columns: z.array(columnSummarySchema) }),
  }),
  /** Of the same bars, what filters leave. */
  'relation.remaining': procedure({
    input: z.object({ relation: relationSchema, filters: columnFiltersSchema }),
    output: remainingSchema,
  }),
  /** Where a text occurs in a table as it is sorted and filtered; listed once per table, view and text. */
  'relation.find': procedure({
    input: findQuestionSchema.extend({
      relation: relationSchema,
      sort: z.array(sortSchema),
      filters: columnFiltersSchema.optional(),
    }),
    output: foundSchema,
  }),

  /** Runs an accepted query; items are Arrow IPC streams of up to ~100,000 rows, each readable alone. */
  query: procedure({
    input: z.object({
      schema: z.string(),
      sql: z.string(),
      parameters: z.record(z.string(), parameterSchema),
      maxRows: z.int().positive().optional(),
    }),
    item: z.object({ bytes, rows: z.int() }),
    output: z.object({ columns: z.array(columnSchema), rows: z.int(), truncated: z.boolean() }),
    progress: z.number(),
  }),

  /** A statement as Mosaic's coordinator generates it; `CREATE` only by Mosaic's own exact prefix. */
  mosaic: procedure({
    input: z.object({ schema: z.string(), sql: z.string(), type: z.enum(['exec', 'arrow']) }),
    output: z.object({ bytes: bytes.optional() }),
  }),

  /** Role `exercise`: a fresh in-memory database, the host's setup statements, then one untrusted query. */
  'exercise.run': procedure({
    input: z.object({
      setup: z.array(z.string()),
      /** One that the setup attached, where the query is not for the database that it began in. */
      database: z.string().optional(),
      sql: z.string(),
      maxRows: z.int().positive(),
      /** Whether the same setup will be asked for again, so that its database is kept a while. */
      keep: z.boolean().optional(),
    }),
    output: z.object({
      columns: z.array(columnSchema),
      /** JSON-safe cells: null, boolean, number, or string (int64 beyond 2^53, decimals, dates, the rest). */
      rows: z.array(z.array(z.union([z.null(), z.boolean(), z.number(), z.string()]))),
      truncated: z.boolean(),
    }),
  }),

  /** Role `maker`: the host's own statements with file access (COPY of generated data); never user text. */
  'maker.run': procedure({
    input: z.object({ statements: z.array(z.string()) }),
    /** How many rows each statement made or wrote. */
    output: z.object({ rows: z.array(z.int()) }),
  }),

  /** A beat every `everyMs`, so that the host sees a stuck or swollen process and can kill it. */
  heartbeat: procedure({
    input: z.object({ everyMs: z.int().positive() }),
    item: z.object({
      residentBytes: z.int(),
      /** Milliseconds since the oldest cancellation that DuckDB has not followed yet; 0 for none. */
      overdueMs: z.int().nonnegative(),
    }),
    output: z.object({}),
  }),
} as const

export type EngineTable = typeof engineTable
