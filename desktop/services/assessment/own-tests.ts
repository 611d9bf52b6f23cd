import { finalOutcome } from '../../domain/assessment/outcome.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import { testTitles } from '../../domain/assessment/titles.ts'
import type { ItemRef } from '../../domain/assessment/events.ts'
import type { ItemTold } from '../../domain/assessment/xapi-item.ts'
import { ownSittingStatements, type SittingWithId } from '../../domain/assessment/xapi-sitting.ts'
import type { TestRow } from '../../domain/course/report-csv.ts'
import type { Learner, Statement } from '../../domain/course/xapi-statement.ts'

interface OwnTests {
  readonly sittings: readonly SittingWithId[]
  readonly programmes: readonly Programme[]
}

/** A learner's tests of trainings that were handed in, as rows of his record. */
export function testRows({ sittings, programmes }: OwnTests): TestRow[] {
  return sittings.flatMap((sitting) => {
    const { programme: id, kind, endedAt } = sitting
    const programme = programmes.find((one) => one.id === id)
    if (!programme || endedAt === null) return []
    const { right, total, passed } = finalOutcome(programme, sitting)
    const state = kind !== 'final' ? '交了' : passed ? '通过' : '没过'
    const test = { programme: id, title: programme.title.zh, test: kind, name: testTitles[kind].zh }
    return [{ ...test, state, right, total, at: endedAt }]
  })
}

/** The same as statements of the Experience API. */
export function testStatements(
  learner: Learner,
  { sittings, programmes }: OwnTests,
  item: (ref: ItemRef) => ItemTold | undefined,
): Statement[] {
  return programmes.flatMap(({ id, pass, title }) => {
    const own = sittings.filter(({ programme }) => programme === id)
    return ownSittingStatements(learner, { sittings: own, pass, title, item })
  })
}
