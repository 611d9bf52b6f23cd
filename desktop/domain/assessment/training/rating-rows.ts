import type { RaterRole } from '../events.ts'
import type { RatingRecord } from '../record.ts'
import type { TrainingRow } from './columns.ts'
import { headOf, weekOf } from './common.ts'
import type { Numbered } from './rows.ts'

const roleWords: Readonly<Record<RaterRole, string>> = {
  self: '自评',
  peer: '同学',
  facilitator: '带班老师',
}

/** A row for each level that was first given to a work that stands: blind, before others' were seen. */
export function ratingRows(facts: Numbered): TrainingRow[] {
  return facts.works
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ learner, ratings }) =>
      ratings.flatMap(({ role, levels, first = levels, at }) =>
        Object.entries(first).map(([criterion, level]) => ({
          ...{ record: '评分', ...headOf(facts, learner), step: '结业项目', week: weekOf(at) },
          ...{ role: roleWords[role], criterion, level },
          criterion_title: facts.criterion(criterion),
          facilitator_level: facilitatorsOn(ratings, criterion),
        })),
      ),
    )
}

/** The median of what facilitators gave. */
function facilitatorsOn(ratings: readonly RatingRecord[], criterion: string): number | null {
  const levels = ratings
    .flatMap((one) =>
      one.role === 'facilitator' ? ((one.first ?? one.levels)[criterion] ?? []) : [],
    )
    .toSorted((a, b) => a - b)
  const middle = (levels.length - 1) / 2
  const [low, high] = [levels[Math.floor(middle)], levels[Math.ceil(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
