import { gainPairs } from '../gain-pairs.ts'
import type { TrainingRow } from './columns.ts'
import { headOf } from './common.ts'
import type { ItemFacts, Numbered } from './rows.ts'

/** A row for each learner and objective that both tests asked. */
export function gainRows(facts: Numbered): TrainingRow[] {
  const titles = new Map<string, ItemFacts>()
  const objectiveOf = (course: string, item: string) => {
    const known = facts.item(course, item)
    if (known) titles.set(`${course} ${known.objective}`, known)
    return known?.objective
  }
  const here = Object.fromEntries(
    Object.entries(facts.compared).filter(([learner]) => facts.numberOf.has(learner)),
  )
  return gainPairs(here, facts.sittings, objectiveOf).map(
    ({ learner, course, objective, before, after }) => {
      const known = titles.get(`${course} ${objective}`)
      return {
        ...{ record: '目标', ...headOf(facts, learner), course, objective },
        course_title: known?.courseTitle ?? course,
        objective_title: known?.objectiveTitle ?? objective,
        ...{ before_share: before, after_share: after },
        ...{ gain: after - before, gain_square: (after - before) ** 2 },
      }
    },
  )
}
