import * as z from 'zod'
import {
  choicesSchema,
  decisions,
  recipeSchema,
  stepSchema,
} from '../domain/catalogue/importing/recipe.ts'
import { importReportSchema } from '../domain/catalogue/importing/import-report.ts'
import { assessedSchema } from '../domain/privacy/deidentify/assessed.ts'
import { bytes, procedure } from './wire/procedure.ts'

/** The largest file that is read. */
export const mostFileBytes = 400 * 2 ** 20

/** How much of a file travels at a time. */
export const chunkBytes = 4 * 2 ** 20

const token = z.string()
const lines = z.array(z.object({ line: z.int(), reason: z.string() }))

const findingSchema = z.object({
  kind: z.string(),
  by: z.enum(['value', 'title']),
  count: z.int(),
  confidence: z.number(),
})

const columnTypes = ['string', 'integer', 'number', 'date', 'datetime', 'yearmonth'] as const

const columnSchema = z.object({
  name: z.string(),
  type: z.enum(columnTypes),
  unit: z.string().nullable(),
  findings: z.array(findingSchema),
  /** What may become of it; the first is proposed. */
  decisions: z.array(z.enum(decisions)),
  /** The same where the data are important. */
  important: z.array(z.enum(decisions)),
  /** A value before and after each of them; masked before. */
  examples: z.array(
    z.object({
      decision: z.enum(decisions),
      before: z.string(),
      after: z.string().nullable(),
    }),
  ),
  odd: z
    .object({ kind: z.enum(['number', 'date', 'percent']), lines: z.array(z.int()) })
    .nullable(),
})
export type GateColumn = z.infer<typeof columnSchema>

const outcomeSchema = stepSchema.extend({
  fixed: z.boolean(),
  count: z.int(),
  samples: z.array(z.object({ line: z.int(), before: z.string(), after: z.string() })),
})
export type GateStep = z.infer<typeof outcomeSchema>

const previewSchema = z.object({
  line: z.int(),
  kind: z.string(),
  cells: z.array(z.string()),
})

const lookedSchema = z.object({
  kind: z.literal('looked'),
  encoding: z.string().nullable(),
  encodings: z.array(z.string()),
  notes: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), rows: z.int() })),
  recipe: recipeSchema,
  columns: z.array(columnSchema),
  steps: z.array(outcomeSchema),
  before: z.array(previewSchema),
  after: z.array(z.array(z.string().nullable())),
  rowsIn: z.int(),
  rowsKept: z.int(),
  rowsRefused: z.int(),
  /** The first thousand of them. */
  refused: lines,
  /** Imported datasets with the same columns: the same may be done again. */
  likes: z.array(z.object({ id: z.string(), title: z.string() })),
  /** The one whose way is followed, and what does not fit, in words for the user. */
  like: z
    .object({
      id: z.string(),
      title: z.string(),
      misfits: z.array(z.string()),
      decisions: z.record(z.string(), z.enum(decisions)),
    })
    .nullable(),
  /** Proposed. */
  id: z.string(),
  title: z.string(),
})
export type GateLook = z.infer<typeof lookedSchema>

/** A file with a secrecy mark: it is gone already. */
const secretSchema = z.object({
  kind: z.literal('secret'),
  places: z.array(z.object({ mark: z.string(), where: z.string() })),
})

const resultSchema = z.object({
  dataset: z.string(),
  title: z.string(),
  rowsIn: z.int(),
  rowsKept: z.int(),
  rowsRefused: z.int(),
})
export type GateResult = z.infer<typeof resultSchema>

/** What a person decided. What is left out is proposed. */
const wished = {
  recipe: recipeSchema,
  decisions: z.record(z.string(), z.enum(decisions)),
  /** Whoever imports says of which level the file is; core data do not come in. */
  level: z.enum(['general', 'important']),
  quasi: z.array(z.string()).max(50).optional(),
  sensitive: z.string().nullable().optional(),
}

export const gateProcedures = {
  /** A place for a file; the bytes follow in chunks. `import_refused` where it is too large. */
  'gate.begin': procedure({
    input: z.object({ name: z.string().min(1).max(500), size: z.int().nonnegative() }),
    output: z.object({ token }),
  }),
  'gate.chunk': procedure({ input: z.object({ token, bytes }), output: z.object({}) }),
  /** What is in the file, with these choices made and the rest proposed. Nothing is kept yet. */
  'gate.look': procedure({
    input: z.object({
      token,
      choices: choicesSchema,
      /** An imported dataset: what is not chosen here is done as it was done there. */
      like: z.string().optional(),
    }),
    output: z.discriminatedUnion('kind', [lookedSchema, secretSchema]),
    progress: z.number(),
  }),
  /** What decisions would do: how easily rows are told apart, or what is below the policy. */
  'gate.assess': procedure({
    input: z.object({ token, ...wished }),
    output: assessedSchema,
    progress: z.number(),
  }),
  /** Puts it into the catalogue. `import_refused` where a decision is not allowed. */
  'gate.import': procedure({
    input: z.object({
      token,
      ...wished,
      id: z.string(),
      title: z.string().trim().min(1).max(200),
    }),
    output: resultSchema,
    progress: z.number(),
  }),
  /** How an imported dataset came in; null where that was not kept. `not_found` where it is none. */
  'gate.report': procedure({
    input: z.object({ id: z.string() }),
    output: z.object({ report: importReportSchema.nullable() }),
  }),
  'gate.discard': procedure({ input: z.object({ token }), output: z.object({}) }),
  /** Removes an imported dataset with its data. `not_found` where it is none. */
  'gate.remove': procedure({ input: z.object({ id: z.string() }), output: z.object({}) }),
} as const
