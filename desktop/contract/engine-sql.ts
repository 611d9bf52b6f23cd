import * as z from 'zod'
import { errorSchema } from './errors.ts'
import { parameterSchema } from './table.ts'
import { procedure } from './wire/procedure.ts'

/** `tree`: the node of the one statement, as `json_serialize_sql` writes it with empty values kept. */
export const treeSchema = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), tree: z.string() }),
  z.object({ accepted: z.literal(false), error: errorSchema }),
])

/** Words that may stand at the end of a text. */
export const completionSchema = z.object({
  /** Where the word begins that they complete, in UTF-16 units. */
  from: z.int().nonnegative(),
  words: z.array(z.object({ text: z.string(), kind: z.enum(['keyword', 'function']) })),
})

/** One operator of a plan, as DuckDB tells it; rows and seconds only after a run. */
export interface PlanNode {
  /** `SEQ_SCAN`, `HASH_JOIN` … */
  readonly operator: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly estimated: number | null
  readonly rows: number | null
  /** Rows that a scan looked at. */
  readonly scanned: number | null
  readonly seconds: number | null
  readonly children: readonly PlanNode[]
}

export const planSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    operator: z.string(),
    facts: z.array(z.object({ name: z.string(), value: z.string() })),
    estimated: z.number().nullable(),
    rows: z.number().nullable(),
    scanned: z.number().nullable(),
    seconds: z.number().nullable(),
    children: z.array(planSchema),
  }),
)

/** What the engine knows about a text of SQL besides its result. */
export const engineSqlTable = {
  /** The tree of an accepted text; nothing of it is bound or run. */
  'sql.tree': procedure({ input: z.object({ sql: z.string() }), output: treeSchema }),
  /** The text of a query's tree, as the host has made or changed it; its places may be left out. */
  'sql.text': procedure({
    input: z.object({ tree: z.string() }),
    output: z.object({ sql: z.string() }),
  }),
  /** Whether two texts are the same statements to the parser. False where one is none. */
  'sql.same': procedure({
    input: z.object({ one: z.string(), other: z.string() }),
    output: z.object({ same: z.boolean() }),
  }),
  /** How a text may go on at its end. */
  'sql.complete': procedure({ input: z.object({ text: z.string() }), output: completionSchema }),
  /** The plan of an accepted query; with `run` it is run, and rows and times are those of that run. */
  'sql.explain': procedure({
    input: z.object({
      schema: z.string(),
      sql: z.string(),
      parameters: z.record(z.string(), parameterSchema),
      run: z.boolean(),
    }),
    output: z.object({ plan: planSchema }),
  }),
} as const
