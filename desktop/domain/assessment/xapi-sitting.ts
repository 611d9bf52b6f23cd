import type { Titles } from '../course/titles.ts'
import {
  activity,
  durationOf,
  home,
  rightOf,
  statement,
  type Activity,
  type Fact,
  type Learner,
  type Result,
  type Statement,
} from '../course/xapi-statement.ts'
import { optionsOfCode, partsOfCode } from './chosen.ts'
import type { CohortNames } from './cohort-csv.ts'
import type { ItemRef } from './events.ts'
import { metIn, type Met } from './met.ts'
import { finalOutcome } from './outcome.ts'
import type { Programme } from './programme.ts'
import type { SittingRecord } from './record.ts'
import { testTitles } from './titles.ts'
import { itemActivity, optionsIn, type ItemTold } from './xapi-item.ts'

export type SittingWithId = SittingRecord & { readonly id: string }

interface Taken {
  readonly sittings: readonly SittingWithId[]
  readonly pass: Programme['pass']
  readonly title: Titles
  readonly item: (ref: ItemRef) => ItemTold | undefined
}

interface TakenInClass extends Taken {
  readonly class: string
}

/**
 * Tests as statements of the Experience API 1.0.3: begun; and of those that have ended each question
 * that was met, and the end. Before the end nobody is told what was right, here neither.
 *
 * @param names learners to tell of, by id; the account is their number in the class, with
 *   the class's id: a record store takes one account for one person, and every class has a number 1
 */
export function sittingStatements(taken: TakenInClass, names: CohortNames): Statement[] {
  return taken.sittings
    .flatMap((sitting) => {
      const who = names.get(sitting.learner)
      if (!who) return []
      const learner = { id: `class-${taken.class}-${who.number}`, name: who.name }
      return factsOf(sitting, taken, true).map((fact) => statement(learner, fact))
    })
    .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
}

/**
 * The same of one learner, under the id that the other records have; without which options were
 * chosen and what they say: the page of results does not tell its learner either, and the bank is
 * asked again.
 */
export function ownSittingStatements(learner: Learner, taken: Taken): Statement[] {
  return taken.sittings.flatMap((sitting) =>
    factsOf(sitting, taken, false).map((fact) => statement(learner, fact)),
  )
}

/** @param chosen whether to tell which options were chosen */
function factsOf(sitting: SittingWithId, taken: Taken, chosen: boolean): Fact[] {
  const { id, programme, kind, form, training, begunAt, endedAt } = sitting
  const path = `programmes/${programme}`
  const course = activity('course', path, taken.title)
  const test = activity('assessment', `${path}/${kind}`, testTitles[kind])
  const groups = training === null ? [] : [activity('course', `trainings/${training}`, taken.title)]
  const common = {
    attempt: id,
    ...(form === null ? {} : { extensions: { [`${home}/xapi/form`]: form } }),
  }
  const whole = { ...common, object: test, parent: course, grouping: groups }
  const begun: Fact = { ...whole, verb: 'attempted', at: begunAt }
  if (endedAt === null) return [begun]
  const met = metIn(sitting)
  const answers = met.map((one): Fact => {
    const told = taken.item(one)
    const object = itemActivity(one, told)
    return {
      ...{ ...common, parent: test, grouping: [course, ...groups], nth: one.question },
      object: chosen ? object : withoutPieces(object),
      // ADL has no verb for a question that was seen and passed over
      verb: one.skipped ? 'attempted' : 'answered',
      at: sitting.answers[one.question]?.at ?? endedAt,
      result: answerResult(one, chosen ? responseOf(one, told) : undefined),
    }
  })
  return [begun, ...answers, { ...whole, ...endOf(sitting, taken, met), at: endedAt }]
}

function withoutPieces({ definition, ...rest }: Activity): Activity {
  const { choices: _, source: _s, target: _t, ...kept } = definition
  return { ...rest, definition: kept }
}

function answerResult({ skipped, correct, seconds }: Met, response: string | undefined): Result {
  return {
    ...(skipped ? { success: false, completion: false } : rightOf(correct ? 1 : 0, 1)),
    ...(response === undefined ? {} : { response }),
    ...(seconds === null ? {} : { duration: durationOf(seconds) }),
  }
}

/** Of a choice or an indicator that still has the pieces: the only answers that are kept. */
function responseOf({ chosen }: Met, told: ItemTold | undefined): string | undefined {
  const options = chosen === null ? undefined : optionsOfCode(chosen)
  const parts = chosen === null ? undefined : partsOfCode(chosen)
  const kind = options ? 'choice' : 'indicator'
  if (told && told.exercise.kind !== kind) return undefined
  const most = (told && optionsIn(told.exercise)) ?? Number.POSITIVE_INFINITY
  if (options) return options.some((place) => place > most) ? undefined : options.join('[,]')
  if (!parts) return undefined
  const { numerator, denominator, exclusions } = parts
  if ([numerator, denominator, ...exclusions].some((place) => place > most)) return undefined
  return [
    `part-${numerator}[.]numerator`,
    `part-${denominator}[.]denominator`,
    ...exclusions.map((place) => `part-${place}[.]exclusion`),
  ].join('[,]')
}

/**
 * A final is passed or failed, however it ended: so it counts everywhere else. The placement asks no
 * more than it must, so that a share of its questions would say nothing: it has no score.
 */
function endOf(sitting: SittingRecord, { pass }: Taken, met: readonly Met[]) {
  const { right, total, passed } = finalOutcome({ pass }, sitting)
  const completion = sitting.end !== 'left'
  const final = sitting.kind === 'final'
  const scored = total > 0 && sitting.kind !== 'placement'
  const seconds = met.map((one) => one.seconds ?? 0).reduce((sum, one) => sum + one, 0)
  const result: Result = {
    ...(final ? { success: passed } : {}),
    completion,
    ...(scored ? { score: { scaled: right / total, raw: right, min: 0, max: total } } : {}),
    // at its questions, by a clock that only goes forward; from begin to end there may lie a night
    ...(met.some((one) => one.seconds !== null) ? { duration: durationOf(seconds) } : {}),
  }
  const verb = final ? (passed ? 'passed' : 'failed') : completion ? 'completed' : 'exited'
  return { verb, result } as const
}
