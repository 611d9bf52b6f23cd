import type { RatingRecord, WorkRecord } from './record.ts'
import { judged, type Levels, type Rubric } from './rubric.ts'

type Rated = Pick<RatingRecord, 'role' | 'levels'>
type Judgeable = Pick<WorkRecord, 'withdrawn'> & { readonly ratings: readonly Rated[] }

/** Whether these levels meet the rubric's line: every criterion, and the sum. */
export function meetsPass(rubric: Rubric, given: Levels): boolean {
  const { levels, complete, total } = judged(rubric, given)
  const each = Object.values(levels).every((level) => level >= rubric.pass.each)
  return complete && each && total >= rubric.pass.total
}

/**
 * Whether a capstone is passed. The facilitator decides, by the rubric: what the author and the
 * peers gave is to learn from. Of several facilitators, all who judged it must find it passed.
 */
export function capstonePassed({ withdrawn, ratings }: Judgeable, rubric: Rubric): boolean {
  const deciding = ratings.filter(({ role }) => role === 'facilitator')
  return !withdrawn && deciding.length > 0 && deciding.every((one) => meetsPass(rubric, one.levels))
}

/** Whether a learner has a capstone of a programme that is passed. */
export const hasPassedCapstone = (
  works: readonly (Judgeable & Pick<WorkRecord, 'learner' | 'programme'>)[],
  { learner, programme }: Pick<WorkRecord, 'learner' | 'programme'>,
  rubric: Rubric,
): boolean =>
  works.some(
    (work) =>
      work.learner === learner && work.programme === programme && capstonePassed(work, rubric),
  )
