import type { SittingRecord } from '../record.ts'

type Begun = Pick<SittingRecord, 'learner' | 'programme' | 'kind' | 'end' | 'nth'>

/**
 * Which try a test was for its learner, from 1: tests of the same kind and programme that were begun
 * before it and have ended count, also those taken alone or in another training, since the questions
 * were met there. One that goes on is the try that it will be.
 *
 * @param all of the programme, also alone and of other trainings
 */
export function tryOf(all: readonly Begun[], test: Begun): number {
  const { learner, programme, kind, nth } = test
  const before = all.filter(
    (one) =>
      one.end !== null &&
      one.nth < nth &&
      one.learner === learner &&
      one.programme === programme &&
      one.kind === kind,
  )
  return before.length + 1
}
