import * as z from 'zod'
import {
  dataAnswerSchema,
  dataExerciseSchema,
  dataView,
  dataViewSchema,
  isOnData,
} from './data-exercise.ts'
import { choiceAnswerSchema, choiceKind, choiceSchema, choiceViewSchema } from './kinds/choice.ts'
import { fillAnswerSchema, fillKind, fillSchema, fillViewSchema } from './kinds/fill.ts'
import { matchAnswerSchema, matchKind, matchSchema, matchViewSchema } from './kinds/match.ts'
import { numberAnswerSchema, numberKind, numberSchema, numberViewSchema } from './kinds/number.ts'
import { orderAnswerSchema, orderKind, orderSchema, orderViewSchema } from './kinds/order.ts'
import { shortAnswerSchema, shortKind, shortSchema, shortViewSchema } from './kinds/short.ts'
import { sortAnswerSchema, sortKind, sortSchema, sortViewSchema } from './kinds/sort.ts'
import { markAnswerSchema, markKind, markViewSchema } from './kinds/mark.ts'
import { readChartAnswerSchema, readChartKind, readChartViewSchema } from './kinds/read-chart.ts'
import { repairAnswerSchema, repairKind, repairViewSchema } from './kinds/repair.ts'
import { sqlAnswerSchema, sqlSchema, sqlView, sqlViewSchema } from './kinds/sql.ts'
import type { ValueKind } from './kinds/value-kind.ts'
import { readChartSchema } from './figure/exercise.ts'
import { markSchema } from './mark/exercise.ts'
import { repairSchema } from './repair/exercise.ts'

/**
 * The kinds of exercises. A kind whose answer is a value has one file in `kinds/` and one line in
 * each of the four lists below; a kind that is checked on data has its line in `exerciseSchema`,
 * `exerciseViewSchema`, `answerSchema`, `exerciseView`, and is checked by the services.
 */

const valueExerciseSchema = z.discriminatedUnion('kind', [
  choiceSchema,
  fillSchema,
  matchSchema,
  numberSchema,
  orderSchema,
  shortSchema,
  sortSchema,
  markSchema,
  readChartSchema,
  repairSchema,
])
const valueViewSchema = z.discriminatedUnion('kind', [
  choiceViewSchema,
  fillViewSchema,
  matchViewSchema,
  numberViewSchema,
  orderViewSchema,
  shortViewSchema,
  sortViewSchema,
  markViewSchema,
  readChartViewSchema,
  repairViewSchema,
])
export const valueAnswerSchema = z.discriminatedUnion('kind', [
  choiceAnswerSchema,
  fillAnswerSchema,
  matchAnswerSchema,
  numberAnswerSchema,
  orderAnswerSchema,
  shortAnswerSchema,
  sortAnswerSchema,
  markAnswerSchema,
  readChartAnswerSchema,
  repairAnswerSchema,
])
const valueKinds: readonly ValueKind<ValueView, ValueAnswer>[] = [
  choiceKind,
  fillKind,
  matchKind,
  numberKind,
  orderKind,
  shortKind,
  sortKind,
  markKind,
  readChartKind,
  repairKind,
]

/** An exercise as its author wrote it, answers included. */
export const exerciseSchema = z.discriminatedUnion('kind', [
  valueExerciseSchema,
  sqlSchema,
  dataExerciseSchema,
])
/** An exercise as a learner may see it: nothing in it says which answer is right. */
export const exerciseViewSchema = z.discriminatedUnion('kind', [
  valueViewSchema,
  sqlViewSchema,
  dataViewSchema,
])
export const answerSchema = z.discriminatedUnion('kind', [
  valueAnswerSchema,
  sqlAnswerSchema,
  dataAnswerSchema,
])
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
export type ExerciseView = z.infer<typeof exerciseViewSchema>
export type Answer = z.infer<typeof answerSchema>
export type ValueExercise = z.infer<typeof valueExerciseSchema>
export type ValueView = z.infer<typeof valueViewSchema>
export type ValueAnswer = z.infer<typeof valueAnswerSchema>

const byName = new Map(valueKinds.map((kind) => [kind.kind, kind]))

/** The rules of a kind whose answer is a value; `undefined` where the kind is checked on data. */
export function valueKindOf(kind: string): ValueKind<ValueView, ValueAnswer> | undefined {
  return byName.get(kind)
}

export function exerciseView(exercise: Exercise): ExerciseView {
  if (isOnData(exercise)) return dataView(exercise)
  switch (exercise.kind) {
    case 'sql':
      return sqlView(exercise)
    default:
      return valueView(exercise)
  }
}

function valueView(exercise: ValueExercise): ValueView {
  const view = rulesOf(exercise).view(exercise)
  if (view === undefined) throw new Error(`an exercise of the kind ${exercise.kind} has no view`)
  return view
}

/** The rules for an exercise, or its view, whose answer is a value. */
export function rulesOf({ kind }: Pick<ValueView, 'kind'>): ValueKind<ValueView, ValueAnswer> {
  const rules = valueKindOf(kind)
  if (rules === undefined) throw new Error(`no rules for exercises of the kind ${kind}`)
  return rules
}
