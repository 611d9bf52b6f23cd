import * as z from 'zod'

const labelled = z.object({ value: z.union([z.string(), z.int()]), label: z.string().optional() })

const bound = z.union([z.number(), z.string()])

const constraintsSchema = z.object({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minimum: bound.optional(),
  maximum: bound.optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
})

const fieldTypes = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'time',
  'datetime',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'object',
  'array',
  'list',
  'any',
] as const

/** A field of Table Schema v2, with the unit its numbers are counted in. */
export const fieldSchema = z.object({
  name: z.string().min(1),
  type: z.enum(fieldTypes),
  title: z.string().trim().min(1),
  description: z.string().optional(),
  unit: z.string().optional(),
  categories: z.union([z.array(z.union([z.string(), z.int()])), z.array(labelled)]).optional(),
  categoriesOrdered: z.boolean().optional(),
  constraints: constraintsSchema.optional(),
  /** In Parquet a missing value is NULL; the label of `""` says what NULL means in this column. */
  missingValues: z
    .union([
      z.array(z.string()),
      z.array(z.object({ value: z.string(), label: z.string().optional() })),
    ])
    .optional(),
})
export type Field = z.infer<typeof fieldSchema>

/** What NULL means in this column, or `undefined` where the descriptor does not say. */
export function nullMeaning(field: Field): string | undefined {
  for (const missing of field.missingValues ?? []) {
    if (typeof missing === 'object' && missing.value === '') return missing.label
  }
  return undefined
}
