import * as z from 'zod'
import { dataAnswerSchema, dataExerciseSchema, dataViewSchema } from './data-exercise.ts'
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
import { sqlAnswerSchema, sqlSchema, sqlViewSchema } from './kinds/sql.ts'
import type { ValueKind } from './kinds/value-kind.ts'
import { readChartSchema } from './figure/exercise.ts'
import { markSchema } from './mark/exercise.ts'
import { repairSchema } from './repair/exercise.ts'

/**
 * The kinds of exercises. A kind whose answer is a value has one file in `kinds/` and one line in
 * each of the four lists below; a kind that is checked on data has its line in `exerciseSchema`,
 * `exerciseViewSchema`, `answerSchema`, `exerciseView` (its own file), and is checked by the services.
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

/** The rules for an exercise, or its view, whose answer is a value. */
export function rulesOf({ kind }: Pick<ValueView, 'kind'>): ValueKind<ValueView, ValueAnswer> {
  const rules = valueKindOf(kind)
  if (rules === undefined) throw new Error(`no rules for exercises of the kind ${kind}`)
  return rules
}
