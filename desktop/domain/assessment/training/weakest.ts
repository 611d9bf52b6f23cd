import type { Programme } from '../programme.ts'
import { metIn } from '../met.ts'
import type { SittingRecord } from '../record.ts'

interface Objective {
  readonly course: string
  readonly objective: string
}

/**
 * The objective to look at first after finals that were not passed: the one most often not right in
 * them; of several the one of the earliest course, in which later ones are grounded.
 */
export function weakestIn(
  { courses }: Pick<Programme, 'courses'>,
  finals: readonly SittingRecord[],
  objectiveOf: (course: string, item: string) => string | undefined,
): Objective | undefined {
  const missed = new Map<string, Objective & { readonly times: number }>()
  for (const { course, item, correct } of finals.flatMap(metIn)) {
    const objective = objectiveOf(course, item)
    if (correct || objective === undefined) continue
    const key = `${course} ${objective}`
    missed.set(key, { course, objective, times: (missed.get(key)?.times ?? 0) + 1 })
  }
  const place = ({ course }: Objective) => courses.findIndex((one) => one.course === course)
  const [first] = [...missed.values()].toSorted((a, b) => b.times - a.times || place(a) - place(b))
  return first && { course: first.course, objective: first.objective }
}
