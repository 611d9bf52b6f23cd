import {
  activity,
  rightOf,
  statement,
  type Fact,
  type Learner,
  type Statement,
} from '../course/xapi.ts'
import type { CohortNames } from './cohort-csv.ts'
import { metIn } from './met.ts'
import { finalOutcome } from './outcome.ts'
import type { Programme } from './programme.ts'
import type { SittingRecord } from './record.ts'
import { testTitles } from './titles.ts'

interface Taken {
  readonly sittings: readonly SittingRecord[]
  readonly pass: Programme['pass']
}

interface TakenInClass extends Taken {
  readonly training: { readonly class: string }
}

/**
 * Tests as statements of the Experience API 1.0.3: begun, each question answered, and completed,
 * passed or failed. When a question was answered is not kept; the test's end stands in its place.
 *
 * @param names learners to tell of, by id; the account is their number in the class, with
 *   the class's id: a record store takes one account for one person, and every class has a number 1
 */
export function sittingStatements(
  { sittings, pass, training }: TakenInClass,
  names: CohortNames,
): Statement[] {
  return sittings
    .flatMap((sitting) => {
      const who = names.get(sitting.learner)
      if (!who) return []
      const learner = { id: `class-${training.class}-${who.number}`, name: who.name }
      return factsOf(sitting, pass).map((fact) => statement(learner, fact))
    })
    .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
}

/** The same of one learner, under the id that the other records have. */
export function ownSittingStatements(learner: Learner, { sittings, pass }: Taken): Statement[] {
  return sittings.flatMap((sitting) =>
    factsOf(sitting, pass).map((fact) => statement(learner, fact)),
  )
}

function factsOf(sitting: SittingRecord, pass: Programme['pass']): Fact[] {
  const { programme, kind, begunAt, endedAt } = sitting
  const path = `programmes/${programme}`
  const parent = activity('course', path, { zh: programme, en: programme })
  const test = activity('assessment', `${path}/${kind}`, testTitles[kind])
  const begun: Fact = { verb: 'attempted', object: test, parent, at: begunAt }
  const at = endedAt ?? begunAt
  const answers = metIn(sitting)
    .filter(({ skipped }) => !skipped)
    .map(({ course, item, correct }): Fact => {
      const name = { zh: item, en: item }
      const object = activity('question', `courses/${course}/bank/${item}`, name)
      return { verb: 'answered', object, parent: test, at, result: rightOf(correct ? 1 : 0, 1) }
    })
  if (endedAt === null) return [begun, ...answers]
  const { right, total, passed } = finalOutcome({ pass }, sitting)
  const scaled = total === 0 ? 0 : right / total
  const score = { scaled, raw: right, min: 0, max: total }
  const final = kind === 'final'
  const verb = final ? (passed ? 'passed' : 'failed') : 'completed'
  const result = { ...(final ? { success: passed } : {}), completion: true, score }
  return [begun, ...answers, { verb, object: test, parent, at: endedAt, result }]
}
