import { byCourse, finalOutcome } from './outcome.ts'
import type { Programme } from './programme.ts'
import type { SittingRecord } from './record.ts'

/** What a learner has shown of a programme, for its certificate. */
export interface Attained {
  /** Courses with enough right answers in the best final that was passed. */
  readonly courses: ReadonlySet<string>
  /** Whether a final was passed. */
  readonly final: boolean
}

type Line = Pick<Programme, 'courses' | 'pass'>
type Taken = Pick<SittingRecord, 'items' | 'answers' | 'kind' | 'end'>

/**
 * Told by the best of the finals that were passed, and by it alone: courses are not picked together
 * from several tries. Where no final was passed, nothing was shown.
 *
 * @param sittings the learner's sittings of this programme, of whatever kind
 */
export function attained({ courses, pass }: Line, sittings: readonly Taken[]): Attained {
  const passed = sittings
    .filter(({ kind, end }) => kind === 'final' && end !== null)
    .map((taken) => ({ taken, ...finalOutcome({ pass }, taken) }))
    .filter((outcome) => outcome.passed)
  const [best] = passed.toSorted((one, other) => other.right - one.right)
  if (!best) return { courses: new Set(), final: false }
  const outcomes = new Map(byCourse(best.taken).map((one) => [one.course, one]))
  // a course that the programme took up later was not asked for, so it was not shown either
  const shown = courses.filter(({ course }) => (outcomes.get(course)?.right ?? -1) >= pass.each)
  return { courses: new Set(shown.map(({ course }) => course)), final: true }
}
