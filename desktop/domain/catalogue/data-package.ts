import * as z from 'zod'
import { fieldSchema } from './field.ts'
import { governanceSchema } from './governance.ts'
import { importedSchema } from './importing/imported.ts'

const text = z.string().trim().min(1)

/** A dataset's id, as its folder and its package are named. */
const datasetIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(64)

/** Whether a text can be a dataset's id, and so the name of its folder. */
export const isDatasetId = (id: string): boolean => datasetIdSchema.safeParse(id).success

const areDistinct = (names: readonly string[]) => new Set(names).size === names.length

const fieldNames = z.union([z.string(), z.array(z.string()).min(1)])

/** Fields whose values are the key of a row of another resource, or of this one if none is named. */
const foreignKeySchema = z
  .object({
    fields: fieldNames,
    reference: z.object({ resource: z.string().optional(), fields: fieldNames }),
  })
  .refine(
    ({ fields, reference }) => [fields].flat().length === [reference.fields].flat().length,
    '两边的列数要相同',
  )

const tableSchemaSchema = z.object({
  fields: z
    .array(fieldSchema)
    .min(1)
    .refine((fields) => areDistinct(fields.map(({ name }) => name.toLowerCase())), '列名有重复'),
  primaryKey: fieldNames.optional(),
  foreignKeys: z.array(foreignKeySchema).min(1).optional(),
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
const plainPackageSchema = z.object({
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
  /** Of a dataset that was imported from a file on this machine. */
  imported: importedSchema.optional(),
})
type PlainPackage = z.infer<typeof plainPackageSchema>

/** Fields that a descriptor names and does not have: `people.sexx`. An empty resource is the table itself. */
function unknownFields({ resources, governance }: PlainPackage): string[] {
  const known = new Set(
    resources.flatMap(({ name, schema }) => schema.fields.map((field) => `${name}.${field.name}`)),
  )
  const { personalInformation: personal } = governance
  const quasi = personal.kind === 'deidentified' ? Object.entries(personal.quasiIdentifiers) : []
  const keys = resources.flatMap(({ name, schema }) =>
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }): [string, string[]][] => [
      [name, [fields].flat()],
      [reference.resource || name, [reference.fields].flat()],
    ]),
  )
  const counted = Object.entries(governance.contributors ?? {}).map(
    ([resource, field]): [string, string[]] => [resource, [field]],
  )
  return [...quasi, ...counted, ...keys]
    .flatMap(([resource, fields]) => fields.map((field) => `${resource}.${field}`))
    .filter((name) => !known.has(name))
}

/** The same, with every field being there that a key, a quasi-identifier or a contributor names. */
export const dataPackageSchema = plainPackageSchema.check(({ value, issues }) => {
  for (const name of unknownFields(value)) {
    issues.push({ code: 'custom', message: `没有“${name}”这一列`, input: value })
  }
})
export type DataPackage = z.infer<typeof dataPackageSchema>
