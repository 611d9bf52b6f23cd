import type { Verdict } from '../../contract/learn.ts'
import type { ColumnOrder } from '../../domain/course/arrange.ts'
import {
  diagnose,
  sameResult,
  signsOf,
  surviving,
  type Diagnosis,
} from '../../domain/course/diagnose.ts'
import {
  explainDifference,
  explainSlip,
  explainVariant,
  praise,
  renamedNote,
  sentences,
} from '../../domain/course/explain.ts'
import { fullWidthSign } from '../../domain/course/explain-error.ts'
import { guessSlip } from '../../domain/course/guess.ts'
import type { Result } from '../../domain/course/result.ts'
import type { NamedSlip } from '../../domain/course/slip.ts'
import { failureVerdict } from './failure-verdict.ts'
import type { Trials } from './trials.ts'
import { differenceNotes, noVerdict, smallTable, wireDifference } from './verdict.ts'

interface CheckWords {
  readonly slip: (slip: NamedSlip) => string | undefined
  readonly variant: (name: string) => string
}

/** Whoever checks one answer: the exercise's trials, and names of columns as people know them. */
export interface Checking {
  readonly trials: Trials
  readonly label: (column: string) => string
  /** How a likely slip and a failure on other data are said; in the words of SQL where it is missing. */
  readonly words?: CheckWords
  readonly signal?: AbortSignal | undefined
}

/** The verdict on a learner's query: on the visible data first, then on data that nobody has seen. */
export async function checkSql(checking: Checking, sql: string): Promise<Verdict> {
  const { trials, signal } = checking
  const visible = await trials.visible()
  let result: Result
  try {
    result = await trials.answer(visible, sql, signal)
  } catch (error) {
    return failureVerdict(error, sql)
  }
  const diagnosis = diagnose(trials.exercise, visible.reference, result)
  if (diagnosis.code !== 'ok') return wrongVerdict(checking, sql, result, diagnosis)
  const caught = await tryHidden(checking, sql, diagnosis.orders)
  if (caught) return { ...caught, yours: smallTable(result) }
  const { columns, done } = trials.exercise
  const variants = (await trials.hidden()).length
  const said = praise(result.rows.length, variants)
  return {
    ...noVerdict,
    correct: true,
    code: 'ok',
    message: done === undefined ? said : `${said}${done}`,
    notes: diagnosis.renamed ? [renamedNote(columns, checking.label)] : [],
    yours: smallTable(result),
  }
}

async function wrongVerdict(
  checking: Checking,
  sql: string,
  result: Result,
  diagnosis: Exclude<Diagnosis, { code: 'ok' }>,
): Promise<Verdict> {
  const { columns, order } = checking.trials.exercise
  const difference = 'difference' in diagnosis ? diagnosis.difference : undefined
  const authored = await authoredSlip(checking.trials, result, diagnosis)
  const said = explainDifference(diagnosis, columns, order, checking.label)
  const likely = authored ?? (await likelySlip(checking, sql, result, diagnosis))
  return {
    correct: false,
    code: diagnosis.code,
    message: authored ?? `${said}${likely ?? ''}`,
    notes: [...(difference ? differenceNotes(difference) : []), ...signNotes(diagnosis, sql)],
    marks: [],
    yours: smallTable(result),
    difference: difference ? wireDifference(difference) : null,
    at: null,
  }
}

/** A full-width sign that has become part of a column's name. */
function signNotes({ code }: Diagnosis, sql: string): string[] {
  const sign = code === 'columns' ? fullWidthSign(sql) : undefined
  return sign ? [sign.message] : []
}

/** What the author says to exactly this result, or to this kind of difference. */
async function authoredSlip(
  trials: Trials,
  result: Result,
  diagnosis: Diagnosis,
): Promise<string | undefined> {
  const { exercise } = trials
  const signs = signsOf(diagnosis)
  const order = diagnosis.code === 'order' ? exercise.order : []
  for (const { slip, result: like } of await trials.slips()) {
    if (slip.when !== undefined && !signs.includes(slip.when)) continue
    if (slip.like === undefined) return slip.say
    if (like && sameResult(like, result, order, exercise)) return slip.say
  }
  return undefined
}

/**
 * The slip behind a difference nobody wrote a sentence for: the one that makes the reference say
 * the same, else what the learner's query lacks beside it.
 */
async function likelySlip(
  { trials, label, words }: Checking,
  sql: string,
  result: Result,
  diagnosis: Diagnosis,
): Promise<string | undefined> {
  if (diagnosis.code === 'columns') return undefined
  const said = words?.slip ?? ((slip: NamedSlip) => explainSlip(slip, label))
  const { exercise } = trials
  const order = diagnosis.code === 'order' ? exercise.order : []
  for (const mutant of await trials.mutants()) {
    const other = mutant.result && trials.firstRows(mutant.result)
    if (other && sameResult(other, result, order, exercise)) return said(mutant)
  }
  const given = await trials.shapeOf(sql)
  if (!given) return undefined
  const shape = await trials.shape()
  const wanted = { ...shape, limited: shape.limited || exercise.top !== undefined }
  const slip = guessSlip(diagnosis, wanted, given)
  return slip && said(slip)
}

/** Catches answers that fit the visible data alone. */
async function tryHidden(
  { trials, signal, words }: Checking,
  sql: string,
  orders: readonly ColumnOrder[],
): Promise<Verdict | undefined> {
  const variant = words?.variant ?? explainVariant
  const grounds = await trials.hidden()
  const runs = grounds.map((ground) => trials.answer(ground, sql, signal))
  const outcomes = await Promise.allSettled(runs)
  let left = orders
  for (const [index, outcome] of outcomes.entries()) {
    const ground = grounds[index]
    if (!ground) continue
    if (outcome.status === 'rejected')
      return failedOn(variant(ground.name), failureVerdict(outcome.reason, sql))
    left = surviving(trials.exercise, ground.reference, outcome.value, left)
    if (left.length > 0) continue
    const shape = await trials.shapeOf(sql)
    const constant = shape?.tables.length === 0
    return {
      ...noVerdict,
      correct: false,
      code: 'hard_coded',
      message: constant ? sentences.hardCoded : variant(ground.name),
    }
  }
  return undefined
}

/** A query that runs on the visible data and fails on other data, or takes too long there. */
function failedOn(message: string, failure: Verdict): Verdict {
  if (failure.code === 'timeout') return failure
  const said = { message, notes: [failure.message] }
  return { ...noVerdict, correct: false, code: 'hard_coded', ...said }
}
