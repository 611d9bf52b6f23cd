import * as z from 'zod'
import { dataPackageSchema } from '../domain/catalogue/data-package.ts'
import { governanceSchema } from '../domain/catalogue/governance.ts'
import { errorSchema } from './errors.ts'
import {
  columnFiltersSchema,
  columnSummarySchema,
  relationSchema,
  remainingSchema,
} from './table.ts'
import { procedure } from './wire/procedure.ts'

const datasetId = z.object({ id: z.string() })

export const datasetSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  description: z.string(),
  synthetic: z.boolean(),
  provider: z.string(),
  rows: z.int(),
  sharing: z.enum(['unconditional', 'conditional', 'none']),
  minimumCell: z.int().nullable(),
  /** Known by its descriptor only: there are no data of it here. */
  listed: z.boolean(),
  /** Brought from a file on this machine; it can be removed. */
  imported: z.boolean(),
  /** For search and facets; null where the descriptor cannot be read. */
  entry: z
    .object({
      class: z.string(),
      level: governanceSchema.shape.level,
      updateCycle: governanceSchema.shape.catalogue.shape.updateCycle,
      released: z.string(),
      personal: z.boolean(),
      /** Keywords and titles of fields. */
      words: z.string(),
    })
    .nullable(),
  /** Set where the dataset cannot be used: its files do not match its descriptor. */
  problem: errorSchema.nullable(),
})
export type DatasetSummary = z.infer<typeof datasetSummarySchema>

export const catalogueProcedures = {
  'catalogue.list': procedure({ input: z.object({}), output: z.array(datasetSummarySchema) }),
  'catalogue.dataset': procedure({
    input: datasetId,
    output: z.object({
      summary: datasetSummarySchema,
      descriptor: dataPackageSchema,
      /** The table of each resource in SQL, in the descriptor's order. */
      relations: z.array(relationSchema),
    }),
  }),
  /** Column summaries of the n-th resource. */
  'catalogue.summary': procedure({
    input: z.object({ id: z.string(), resource: z.int().nonnegative() }),
    output: z.array(columnSummarySchema),
  }),
  /** What filters leave of it. */
  'catalogue.remaining': procedure({
    input: z.object({
      id: z.string(),
      resource: z.int().nonnegative(),
      filters: columnFiltersSchema,
    }),
    output: remainingSchema,
  }),
} as const
