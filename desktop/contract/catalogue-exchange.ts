import * as z from 'zod'
import { bytes, procedure } from './wire/procedure.ts'

/** `jsonld`: DCAT 3 in JSON-LD. */
export const exchangeFormats = ['xlsx', 'jsonld'] as const
export type ExchangeFormat = (typeof exchangeFormats)[number]

/** The largest catalogue file that is read. */
export const mostImportBytes = 32 * 2 ** 20

const changeSchema = z.object({
  item: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** What an import would do with one entry. */
export const importEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Where it stands in the file. */
  place: z.string(),
  state: z.enum(['new', 'changed', 'unchanged', 'refused']),
  changes: z.array(changeSchema),
  /** Why it is refused, with the row. */
  problem: z.string().nullable(),
})
export type ImportEntry = z.infer<typeof importEntrySchema>

export const importPlanSchema = z.object({
  /** Names this plan when it is confirmed. */
  token: z.string(),
  entries: z.array(importEntrySchema),
  /** What in the file was not read. */
  notes: z.array(z.string()),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

const token = z.object({ token: z.string() })
const ids = z.array(z.string())

export const exchangeProcedures = {
  'catalogue.export': procedure({
    input: z.object({ format: z.enum(exchangeFormats) }),
    output: z.object({ name: z.string(), type: z.string(), datasets: z.int(), bytes }),
  }),
  /** Reads a catalogue file and says what importing it would do; nothing is changed yet. */
  'catalogue.plan': procedure({ input: z.object({ bytes }), output: importPlanSchema }),
  /** Does what the plan says; `import_refused` where the catalogue is no longer as it was then. */
  'catalogue.import': procedure({ input: token, output: z.object({ added: ids, changed: ids }) }),
  /** Undoes the last import; `not_found` where something else was done since. */
  'catalogue.undoImport': procedure({ input: token, output: z.object({}) }),
  /** Takes a dataset that is only listed out of the catalogue. */
  'catalogue.unlist': procedure({ input: z.object({ id: z.string() }), output: z.object({}) }),
} as const
