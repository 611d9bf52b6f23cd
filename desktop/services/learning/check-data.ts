import { ZhizhiError } from '../../contract/errors.ts'
import type { Verdict } from '../../contract/learn.ts'
import type { DataAnswer, DataExercise } from '../../domain/course/data-exercise.ts'
import { checkChart } from '../../domain/course/kinds/chart-check.ts'
import type { ChartExercise } from '../../domain/course/kinds/chart-schema.ts'
import type { IndicatorExercise } from '../../domain/course/kinds/indicator-schema.ts'
import {
  apartSql,
  checkIndicator,
  indicatorSql,
  rightChoice,
  type Counts,
  type IndicatorChoice,
} from '../../domain/course/kinds/indicator.ts'
import type { ScoredCase, ThresholdExercise } from '../../domain/course/kinds/threshold-schema.ts'
import { checkThreshold } from '../../domain/course/kinds/threshold.ts'
import type { Result } from '../../domain/course/result.ts'
import { checkPointed } from './check-pointed.ts'
import type { Checking } from './check-sql.ts'
import { noVerdict } from './verdict.ts'

/** Rows of a chart's table, and cases of a threshold, at most. */
const mostRows = 5000

/** A lesson's data, for exercises of one lesson. */
export interface LessonData {
  /** A query of the author's on the data that the learner sees. */
  readonly run: (sql: string, maxRows: number) => Promise<Result>
  readonly checking: () => Promise<Checking>
}

/** The verdict on an answer that is checked on data and is no SQL. */
export async function checkOnData(
  data: LessonData,
  exercise: DataExercise,
  answer: DataAnswer,
): Promise<Verdict> {
  if (exercise.kind === 'query' && answer.kind === 'query') {
    return checkPointed(await data.checking(), exercise, answer.cell)
  }
  if (exercise.kind === 'pivot' && answer.kind === 'pivot') {
    return checkPointed(await data.checking(), exercise, answer.cell)
  }
  if (exercise.kind === 'chart' && answer.kind === 'chart') {
    return said(checkChart(exercise, await chartRows(data, exercise), answer.cell))
  }
  if (exercise.kind === 'indicator' && answer.kind === 'indicator') {
    const right = await countsOf(data, exercise, rightChoice(exercise))
    if (!right) throw new ZhizhiError('internal')
    const mine = await countsOf(data, exercise, answer)
    const same = await isSameRows(data, exercise, answer)
    return said(checkIndicator(exercise, answer, mine, right, same))
  }
  if (exercise.kind === 'threshold' && answer.kind === 'threshold') {
    return said(checkThreshold(exercise, await casesOf(data, exercise), answer.at))
  }
  throw new ZhizhiError('bad_request', { what: `练习 ${exercise.id} 不是这种题` })
}

/** Runs what the author gave; fails where the data no longer bear it. */
export async function proveOnData(data: LessonData, exercise: DataExercise): Promise<void> {
  if (exercise.kind === 'chart') await chartRows(data, exercise)
  else if (exercise.kind === 'indicator') await countsOf(data, exercise, rightChoice(exercise))
  else if (exercise.kind === 'threshold') await casesOf(data, exercise)
}

interface Said {
  readonly correct: boolean
  readonly message: string
  readonly notes?: readonly string[]
}

function said({ correct, message, notes = [] }: Said): Verdict {
  return { ...noVerdict, correct, code: correct ? 'ok' : 'values', message, notes: [...notes] }
}

/** The table that the learner draws. */
export function chartRows({ run }: LessonData, { from }: ChartExercise): Promise<Result> {
  return run(from.sql, mostRows)
}

/** The rows above and below the line; `undefined` while one of the two is not chosen. */
export async function countsOf(
  { run }: LessonData,
  exercise: IndicatorExercise,
  choice: IndicatorChoice,
): Promise<Counts | undefined> {
  const sql = indicatorSql(exercise, choice)
  if (sql === undefined) return undefined
  const { rows } = await run(sql, 1)
  const [above, below] = rows[0] ?? []
  return { numerator: Number(above ?? 0), denominator: Number(below ?? 0) }
}

/** Whether a choice takes the very rows that the right one takes; false while it is not whole. */
export async function isSameRows(
  { run }: LessonData,
  exercise: IndicatorExercise,
  choice: IndicatorChoice,
): Promise<boolean> {
  const sql = apartSql(exercise, choice)
  if (sql === undefined) return false
  const { rows } = await run(sql, 1)
  return Number(rows[0]?.[0] ?? 1) === 0
}

/** Scores with what was true; rows where one of the two is missing are no cases. */
export async function casesOf(
  { run }: LessonData,
  { cases, sql = '' }: Pick<ThresholdExercise, 'cases' | 'sql'>,
): Promise<readonly ScoredCase[]> {
  if (cases) return cases
  const { rows } = await run(sql, mostRows)
  return rows.flatMap(([score, truth]): ScoredCase[] =>
    score === null || typeof truth !== 'boolean' || !Number.isFinite(Number(score))
      ? []
      : [[Number(score), truth]],
  )
}
