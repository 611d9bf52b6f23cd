import * as z from 'zod'
import { chartAnswerSchema, chartSchema, chartViewSchema } from './kinds/chart-schema.ts'
import {
  indicatorAnswerSchema,
  indicatorSchema,
  indicatorViewSchema,
} from './kinds/indicator-schema.ts'
import {
  pivotAnswerSchema,
  pivotSchema,
  pivotViewSchema,
  queryAnswerSchema,
  querySchema,
  queryViewSchema,
} from './kinds/pointed-schema.ts'
import {
  thresholdAnswerSchema,
  thresholdSchema,
  thresholdViewSchema,
} from './kinds/threshold-schema.ts'

/** The kinds that are checked on data and are not answered in SQL: a line in each list for each. */

export const dataExerciseSchema = z.discriminatedUnion('kind', [
  querySchema,
  pivotSchema,
  chartSchema,
  indicatorSchema,
  thresholdSchema,
])
export const dataViewSchema = z.discriminatedUnion('kind', [
  queryViewSchema,
  pivotViewSchema,
  chartViewSchema,
  indicatorViewSchema,
  thresholdViewSchema,
])
export const dataAnswerSchema = z.discriminatedUnion('kind', [
  queryAnswerSchema,
  pivotAnswerSchema,
  chartAnswerSchema,
  indicatorAnswerSchema,
  thresholdAnswerSchema,
])
export type DataExercise = z.infer<typeof dataExerciseSchema>
export type DataView = z.infer<typeof dataViewSchema>
export type DataAnswer = z.infer<typeof dataAnswerSchema>

const dataKinds: readonly string[] = ['query', 'pivot', 'chart', 'indicator', 'threshold']

/** Whether an exercise, its view or an answer to it is of one of these kinds. */
export function isOnData<Kind extends { readonly kind: string }>(
  one: Kind,
): one is Extract<Kind, { readonly kind: DataExercise['kind'] }> {
  return dataKinds.includes(one.kind)
}

/** The answer that the learner begins with. */
export function blankAnswer(view: DataView): DataAnswer {
  switch (view.kind) {
    case 'query':
    case 'pivot':
      return { kind: view.kind, cell: view.starter ?? '' }
    case 'chart':
      return { kind: view.kind, cell: view.starter }
    case 'indicator':
      return view.given ?? { kind: view.kind, numerator: null, denominator: null, exclusions: [] }
    case 'threshold':
      return { kind: view.kind, at: null }
  }
}

/** Whether an answer belongs to this view: false once the author has changed the exercise. */
export function fitsView(view: DataView, answer: DataAnswer): boolean {
  if (view.kind !== 'indicator' || answer.kind !== 'indicator') return view.kind === answer.kind
  const { numerator, denominator, exclusions } = answer
  const ids = view.parts.map(({ id }) => id)
  const named = [numerator, denominator, ...exclusions].filter((id) => id !== null)
  return named.every((id) => ids.includes(id))
}

/** Whether there is enough of an answer to check it. */
export function isWhole(answer: DataAnswer): boolean {
  switch (answer.kind) {
    case 'indicator':
      return answer.numerator !== null && answer.denominator !== null
    case 'threshold':
      return answer.at !== null
    default:
      return answer.cell.trim() !== ''
  }
}

/** How an answer is written in a file, for a message. */
export const dataForms: Readonly<Record<DataExercise['kind'], string>> = {
  query: 'from: 表\ngroup: [列]\nmeasure: [{ as: 件数, count: rows }]',
  pivot: 'from: 表\nrows: [列]\ncolumns: [列]\nvalues: [{ as: 件数, count: rows }]',
  chart: 'title: 标题\nfrom: 题目数据\nplot: [{ mark: barX, x: 件数, y: street }]',
  indicator: '{ numerator: id, denominator: id, exclusions: [id] }',
  threshold: '0.6',
}

/** An answer as it stands in a file: a cell's YAML, an indicator's ids, a number. */
export function writtenDataAnswer(
  { kind }: Pick<DataExercise, 'kind'>,
  text: string,
  value: unknown,
): DataAnswer | undefined {
  if (kind === 'query' || kind === 'pivot' || kind === 'chart') return { kind, cell: text }
  const nothing = { numerator: null, denominator: null, exclusions: [] }
  const parts = typeof value === 'object' && value !== null ? value : {}
  const raw = kind === 'threshold' ? { kind, at: value } : { kind, ...nothing, ...parts }
  const read = dataAnswerSchema.safeParse(raw)
  return read.success ? read.data : undefined
}
