import * as z from 'zod'

/** Things that are done to a whole table; those in `_rows` leave rows out, but for `short_rows`. */
export const tableSteps = [
  'title_rows',
  'empty_rows',
  'unit_rows',
  'index_rows',
  'total_rows',
  'part_rows',
  'section_rows',
  'repeat_rows',
  'note_rows',
  'hidden_rows',
  'empty_columns',
  'table_unit',
  'names',
  'short_rows',
] as const

/** Things that are done to one column. */
export const columnSteps = [
  'fill_down',
  'ditto',
  'ticks',
  'number',
  'date',
  'missing',
  'trim',
  'width',
] as const

const stepKinds = [...tableSteps, ...columnSteps] as const
export type StepKind = (typeof stepKinds)[number]

/** Steps that always happen: without them there would be no table. */
export const fixedSteps: ReadonlySet<StepKind> = new Set(['title_rows', 'names', 'short_rows'])

export const stepSchema = z.strictObject({
  kind: z.enum(stepKinds),
  /** The column's name after the step `names`; null for steps of the whole table. */
  column: z.string().nullable(),
  on: z.boolean(),
})
export type Step = z.infer<typeof stepSchema>

/** What is done to a file, as data: the same recipe on next month's file does the same. */
export const recipeSchema = z.strictObject({
  /** Of a text file; null of a workbook. */
  encoding: z.string().nullable(),
  delimiter: z.enum([',', '\t', ';', '|']).nullable(),
  /** The sheet, or the name of the file's only table. */
  table: z.string(),
  header: z.strictObject({
    /** The line (or sheet row) of the first row of names; of the first data row where height is 0. */
    line: z.int().positive(),
    height: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  }),
  /** Steps that are not named are not done, but for those that must be. */
  steps: z.array(stepSchema).max(60_000),
})
export type Recipe = z.infer<typeof recipeSchema>

/** What a person may choose before looking again; what is left out is proposed. */
export const choicesSchema = recipeSchema.partial()
export type Choices = z.infer<typeof choicesSchema>

/**
 * What becomes of a column: kept, its passages masked, taken out; a keyed code in the place of each
 * value; or coarser: ten-year age bands, an address down to its street, a day's month, a day moved,
 * a place down to 0.01 degrees.
 */
export const decisions = [
  'keep',
  'mask',
  'drop',
  'pseudonymise',
  'age_band',
  'street',
  'month',
  'shift',
  'grid',
] as const
export type Decision = (typeof decisions)[number]
