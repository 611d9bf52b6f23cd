import { finalOutcome } from '../../domain/assessment/outcome.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import type { SittingRecord } from '../../domain/assessment/record.ts'
import { testTitles } from '../../domain/assessment/titles.ts'
import { ownSittingStatements } from '../../domain/assessment/xapi-sitting.ts'
import type { TestRow } from '../../domain/course/report-csv.ts'
import type { Learner, Statement } from '../../domain/course/xapi.ts'

interface OwnTests {
  readonly sittings: readonly SittingRecord[]
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
export function testStatements(learner: Learner, { sittings, programmes }: OwnTests): Statement[] {
  return programmes.flatMap(({ id, pass }) => {
    const own = sittings.filter(({ programme }) => programme === id)
    return ownSittingStatements(learner, { sittings: own, pass })
  })
}
