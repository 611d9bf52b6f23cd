import * as z from 'zod'
import { commonFields, commonView, commonViewFields, words } from './common.ts'

/** A task whose answer is checked by the rows it gives, against a reference in SQL. */

const sql = z.string().trim().min(1)

/** `人数 desc` → the column and whether the largest comes first. */
const sortKeySchema = words.transform((text) => {
  const match = /^(.*\S)\s+(asc|desc)$/i.exec(text)
  return {
    column: match?.[1] ?? text,
    descending: match?.[2]?.toLowerCase() === 'desc',
  }
})
export type SortKey = z.infer<typeof sortKeySchema>

/** What a difference looks like from outside; an authored slip may ask for one of them. */
const signs = ['columns', 'row-count', 'rows-extra', 'rows-missing', 'values', 'order'] as const
export type Sign = (typeof signs)[number]

const slipSchema = z
  .strictObject({
    when: z.enum(signs).optional(),
    /** A wrong query; the slip is made by whoever gets the same result. */
    like: sql.optional(),
    say: words,
  })
  .refine(({ when, like }) => when !== undefined || like !== undefined, {
    message: 'when 和 like 至少写一项',
  })
export type Slip = z.infer<typeof slipSchema>

/** The fields of every kind of exercise whose answer gives rows; its `kind` comes to them. */
export const rowsTaskFields = {
  ...commonFields,
  columns: z.array(words).min(1),
  /** The sort keys that the task asks for; none: any order is right. */
  order: z.array(sortKeySchema).default([]),
  /** Only the first so many of the reference's rows; whoever ties with the last may stand there. */
  top: z.int().min(1).max(1000).optional(),
  /** Decimals that the task names; numbers are compared to half a unit of the last. */
  decimals: z.int().min(0).max(9).optional(),
  reference: sql,
  'also-right': z.array(sql).default([]),
  slips: z.array(slipSchema).default([]),
  hints: z.array(words).length(3),
  /** Columns that hidden data leave as they are, because others depend on them. */
  keep: z.array(words).default([]),
  /** Authored hidden data: statements run on a sample of the tables. */
  hidden: z.array(z.strictObject({ name: words, sql: z.array(sql).min(1) })).default([]),
}
const rowsTaskSchema = z.object(rowsTaskFields)
export type RowsTask = z.infer<typeof rowsTaskSchema>

export const sqlSchema = z.strictObject({
  ...rowsTaskFields,
  kind: z.literal('sql'),
  starter: z.string().default(''),
  'half-worked': sql.optional(),
})
export type SqlExercise = z.infer<typeof sqlSchema>

/** An answer of so many signs (UTF-16 units) is taken; what is longer was pasted by mistake. */
export const mostSqlSigns = 100_000

export const sqlAnswerSchema = z.object({
  kind: z.literal('sql'),
  sql: z.string().max(mostSqlSigns),
})

export const sqlViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('sql'),
  columns: z.array(z.string()),
  starter: z.string(),
  halfWorked: z.string().nullable(),
})

/**
 * A worked example starts with the reference, a half-worked one with its blanks to fill in: there the
 * author's `half-worked` stands in place of the `starter`, which shows alone where there is none, or
 * where nothing is worked out beforehand.
 */
export function sqlView(exercise: SqlExercise): z.infer<typeof sqlViewSchema> {
  const { columns, fade, reference, starter } = exercise
  const halfWorked = exercise['half-worked'] ?? null
  const begun = { shown: reference, part: halfWorked ?? starter, alone: starter }
  return {
    ...commonView(exercise),
    kind: 'sql',
    columns,
    starter: begun[fade],
    halfWorked: fade === 'alone' ? halfWorked : null,
  }
}
