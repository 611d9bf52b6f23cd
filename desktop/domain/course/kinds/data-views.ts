import { writeBody } from '../../notebook/query/edit.ts'
import type { Query } from '../../notebook/query/query.ts'
import { withChange } from '../../notebook/pivot/edit.ts'
import type { Pivot } from '../../notebook/pivot/pivot.ts'
import { writeChart } from '../../notebook/chart-form/write.ts'
import type * as z from 'zod'
import { choicesFrom } from './chart-given.ts'
import { chartStarter } from './chart-prove.ts'
import type { ChartExercise, chartViewSchema } from './chart-schema.ts'
import { commonView } from './common.ts'
import { rightChoice } from './indicator.ts'
import type { IndicatorExercise, indicatorViewSchema } from './indicator-schema.ts'
import type { PivotExercise, pivotViewSchema } from './pointed-schema.ts'
import type { QueryExercise, queryViewSchema } from './pointed-schema.ts'
import { goalWords } from './threshold.ts'
import type { ThresholdExercise, thresholdViewSchema } from './threshold-schema.ts'

/** Exercises that are checked on data, as learners may see them. */

/** Which cell stands there at first: by `fade` the right one, the half one, or the author's beginning. */
function begun<Cell>({
  fade,
  cell,
  half,
  starter,
}: Pick<QueryExercise, 'fade'> & {
  readonly cell?: Cell | undefined
  readonly half?: Cell | undefined
  readonly starter?: Cell | undefined
}): Cell | undefined {
  if (fade === 'shown') return cell ?? starter
  return fade === 'part' ? (half ?? starter) : starter
}

export function queryView(exercise: QueryExercise): z.infer<typeof queryViewSchema> {
  const write = (query: Query | undefined) => (query ? writeBody(query) : null)
  const { columns, half, fade } = exercise
  const start = { starter: write(begun(exercise)), half: fade === 'alone' ? write(half) : null }
  return { ...commonView(exercise), kind: 'query', columns, ...start }
}

export function pivotView(exercise: PivotExercise): z.infer<typeof pivotViewSchema> {
  const { columns, half, fade } = exercise
  const write = (pivot: Pivot | undefined) => (pivot ? pivotBody(pivot) : null)
  const start = { starter: write(begun(exercise)), half: fade === 'alone' ? write(half) : null }
  return { ...commonView(exercise), kind: 'pivot', columns, ...start }
}

/** A whole pivot in YAML. */
export function pivotBody(pivot: Pivot): string {
  const { limit = null, ...rest } = pivot
  return withChange(`from: ${pivot.from}`, { ...rest, limit })
}

export function chartView(exercise: ChartExercise): z.infer<typeof chartViewSchema> {
  const { fade, from, reference } = exercise
  const starter = fade === 'shown' ? writeChart(choicesFrom(reference)) : chartStarter(exercise)
  return { ...commonView(exercise), kind: 'chart', sql: from.sql, starter }
}

export function indicatorView(exercise: IndicatorExercise): z.infer<typeof indicatorViewSchema> {
  const { parts, per, unit, fade } = exercise
  const whole = { kind: 'indicator', ...rightChoice(exercise) } as const
  const half = { ...whole, numerator: null, exclusions: [] }
  const given = { shown: whole, part: half, alone: null }[fade]
  const shown = parts.map(({ id, text }) => ({ id, text }))
  return { ...commonView(exercise), kind: 'indicator', given, parts: shown, per, unit }
}

export function thresholdView(exercise: ThresholdExercise): z.infer<typeof thresholdViewSchema> {
  const { score, truth, goal, start, step } = exercise
  return {
    ...commonView(exercise),
    kind: 'threshold',
    score,
    truth,
    goal: goalWords(goal),
    start,
    step,
  }
}
