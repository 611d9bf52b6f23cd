import * as z from 'zod'

/** Exercises as their authors write them. */

const words = z.string().trim().min(1)
const sql = z.string().trim().min(1)

/** What an exercise of any kind may say of its use. */
const use = {
  objective: words.optional(),
  /** Part of the test before (A) or after (B) the course, and not of the lesson's run. */
  form: z.enum(['A', 'B']).optional(),
  /** May come back in spaced review. */
  review: z.boolean().default(false),
  /** How much of the way is shown in the task itself. */
  fade: z.enum(['shown', 'part', 'alone']).default('alone'),
}

export const exerciseIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

const optionSchema = z.strictObject({
  text: words,
  right: z.boolean().default(false),
  /** Why this option is right or wrong; told to whoever chose it. */
  because: words,
})

export const choiceSchema = z
  .strictObject({
    id: exerciseIdSchema,
    kind: z.literal('choice'),
    ...use,
    ask: words,
    multiple: z.boolean().default(false),
    options: z.array(optionSchema).min(2).max(6),
  })
  .refine(
    ({ multiple, options }) => {
      const right = options.filter((option) => option.right).length
      return multiple ? right > 0 : right === 1
    },
    { path: ['options'], message: '单选题要有且只有一个 right: true；多选题至少一个' },
  )
export type ChoiceExercise = z.infer<typeof choiceSchema>

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

const sqlExerciseSchema = z.strictObject({
  id: exerciseIdSchema,
  kind: z.literal('sql'),
  ...use,
  ask: words,
  columns: z.array(words).min(1),
  /** The sort keys that the task asks for; none: any order is right. */
  order: z.array(sortKeySchema).default([]),
  /** Only the first so many of the reference's rows; whoever ties with the last may stand there. */
  top: z.int().min(1).max(1000).optional(),
  /** Decimals that the task names; numbers are compared to half a unit of the last. */
  decimals: z.int().min(0).max(9).optional(),
  starter: z.string().default(''),
  reference: sql,
  'also-right': z.array(sql).default([]),
  slips: z.array(slipSchema).default([]),
  hints: z.array(words).length(3),
  'half-worked': sql.optional(),
  /** Said after a right answer: what was practised and where it will be used. */
  done: words.optional(),
  /** Columns that hidden data leave as they are, because others depend on them. */
  keep: z.array(words).default([]),
  /** Authored hidden data: statements run on a sample of the tables. */
  hidden: z.array(z.strictObject({ name: words, sql: z.array(sql).min(1) })).default([]),
})
export type SqlExercise = z.infer<typeof sqlExerciseSchema>

export const exerciseSchema = z.discriminatedUnion('kind', [choiceSchema, sqlExerciseSchema])
export type Exercise = z.infer<typeof exerciseSchema>
