import { hasPassedCapstone } from '../../domain/assessment/capstone.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import type { Rubrics } from '../assessment/rubrics.ts'
import type { Journal } from '../ports.ts'

/** Whether a learner's last work was found good by its rubric; never where there is no rubric. */
export const capstoneGoal =
  (rubrics: Pick<Rubrics, 'list'>, journal: Pick<Journal, 'state'>) =>
  async ({ id }: Programme, learner: string): Promise<boolean> => {
    const found = (await rubrics.list()).find(({ programme }) => programme.id === id)
    if (!found) return false
    const works = Object.values(journal.state(assessmentProjection).works)
    return hasPassedCapstone(works, { learner, programme: id }, found.rubric)
  }
