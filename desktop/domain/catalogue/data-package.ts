import * as z from 'zod'
import { fieldSchema } from './field.ts'
import { governanceSchema } from './governance.ts'

const text = z.string().trim().min(1)

/** A dataset's id, as its folder and its package are named. */
const datasetIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(64)

const areDistinct = (names: readonly string[]) => new Set(names).size === names.length

const names = z.union([z.string(), z.array(z.string()).min(1)])

/** What these fields refer to; without a resource, the table itself. */
const foreignKeySchema = z.object({
  fields: names,
  reference: z.object({ resource: z.string().optional(), fields: names }),
})

const tableSchemaSchema = z.object({
  fields: z
    .array(fieldSchema)
    .min(1)
    .refine((fields) => areDistinct(fields.map(({ name }) => name.toLowerCase())), '列名有重复'),
  primaryKey: names.optional(),
  foreignKeys: z.array(foreignKeySchema).optional(),
})

const resourceSchema = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: text.optional(),
  type: z.literal('table').optional(),
  /** Relative to the package's folder; always inside `data/`. */
  path: z.string().regex(/^data\/[\w-]+\.parquet$/),
  format: z.literal('parquet'),
  mediatype: z.literal('application/vnd.apache.parquet'),
  bytes: z.int().positive(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  rows: z.int().nonnegative(),
  schema: tableSchemaSchema,
})
export type Resource = z.infer<typeof resourceSchema>

const licenseSchema = z
  .object({
    name: z.string().optional(),
    path: z.string().optional(),
    title: z.string().optional(),
  })
  .refine((license) => license.name ?? license.path, '要有 name 或 path')

const sourceSchema = z.object({
  title: text,
  path: z.string().optional(),
  version: z.string().optional(),
})

/** A Data Package (v2) as the catalogue uses it: Parquet resources, both titles, governance. */
export const dataPackageSchema = z.object({
  $schema: z.string().optional(),
  name: datasetIdSchema,
  id: z.string().optional(),
  title: text,
  titles: z.object({ zh: text, en: text }),
  description: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: z.iso.datetime({ offset: true }),
  licenses: z.array(licenseSchema).min(1),
  sources: z.array(sourceSchema).min(1),
  keywords: z.array(text).min(1),
  /** Made by the generator; nobody and nothing real is in it. */
  synthetic: z.boolean(),
  resources: z
    .array(resourceSchema)
    .min(1)
    .refine((resources) => areDistinct(resources.map(({ name }) => name)), '资源名有重复'),
  governance: governanceSchema,
})
export type DataPackage = z.infer<typeof dataPackageSchema>
