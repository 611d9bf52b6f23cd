import * as z from 'zod'
import { commonFields, words } from '../kinds/common.ts'
import { passSchema } from '../mark/exercise.ts'

/** More rows than this are no exercise: nobody should look through them by hand. */
export const mostRows = 500
const mostColumns = 20

/** A cell as its author writes it; empty where nothing stands. */
const cellSchema = z
  .union([z.string(), z.number().refine(isExact, '这么长的数字要加引号'), z.boolean(), z.null()])
  .transform((cell) => (cell === null ? '' : String(cell)))

/** YAML reads an unquoted 18-digit number as a rounded one. */
function isExact(number: number): boolean {
  return !Number.isInteger(number) || Number.isSafeInteger(number)
}

const columnSchema = z.strictObject({
  name: words,
  /** Said with the name, where the name alone does not tell what belongs there. */
  title: words.optional(),
})
export type RepairColumn = z.infer<typeof columnSchema>

const tableSchema = z.strictObject({
  columns: z.array(columnSchema).min(1).max(mostColumns).readonly(),
  rows: z.array(z.array(cellSchema).readonly()).min(1).max(mostRows).readonly(),
})

/** A table of texts; every row has as many cells as there are columns. */
export type RepairTable = z.infer<typeof tableSchema>

const rowNumber = z.int().min(1).max(mostRows)

const errorSchema = z
  .strictObject({
    /** Data rows from 1. Several, without `column`: any one of them may be struck out. */
    row: z.union([rowNumber.transform((row) => [row]), z.array(rowNumber).min(2).max(6)]),
    /** Without it the whole row is too much: a duplicate, a line of totals. */
    column: words.optional(),
    /** What may stand there instead; none: seeing that it is wrong is enough. */
    right: z
      .union([cellSchema.transform((cell) => [cell]), z.array(cellSchema).min(1).max(8)])
      .optional(),
    because: words,
  })
  .refine(({ column, right }) => column !== undefined || right === undefined, {
    path: ['right'],
    message: '没有 column 就是整行要划掉，不能有 right',
  })
  .refine(({ column, row }) => column === undefined || row.length === 1, {
    path: ['row'],
    message: '有 column 时只写一行',
  })
export type RepairError = z.infer<typeof errorSchema>

const shape = z.strictObject({
  ...commonFields,
  kind: z.literal('repair'),
  /** It is there once its file is read. */
  table: tableSchema.optional(),
  /** A CSV file in the lesson's folder: UTF-8, the first row names the columns. */
  file: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,60}\.csv$/)
    .optional(),
  /** Titles of the file's columns by their names. */
  titles: z.record(words, words).default({}),
  errors: z.array(errorSchema).min(1).max(200),
  pass: passSchema.default({ found: 1, false: 0 }),
})

/** Finding and repairing the errors of a table. */
export const repairSchema = shape.refine(
  ({ table, file }) => (table === undefined) !== (file === undefined),
  { message: 'table 和 file 写一样，也只写一样' },
)
export type RepairExercise = z.infer<typeof repairSchema>
