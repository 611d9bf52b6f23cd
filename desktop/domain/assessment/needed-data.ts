import { underscored } from '../catalogue/sql-name.ts'
import { isOnData } from '../course/data-exercise.ts'
import type { Exercise } from '../course/exercise.ts'

/** Whether an exercise is answered or checked on data at all. */
export const asksOfData = (exercise: Exercise): boolean =>
  exercise.kind === 'sql' || isOnData(exercise)

/**
 * Whether an exercise cannot do without a dataset: its tables are named in it. Told from the name
 * alone, since nothing else is known of a dataset that has gone.
 */
export function needsDataset(exercise: Exercise, dataset: string): boolean {
  if (!asksOfData(exercise)) return false
  const name = underscored(dataset).toLowerCase()
  const words = JSON.stringify(exercise)
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
  return words.includes(name)
}
