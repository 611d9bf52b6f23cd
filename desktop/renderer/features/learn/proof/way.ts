import type { ProgrammeView, StepView } from '../../../../contract/assessment.ts'
import type { CourseSummary, Progress } from '../../../../contract/learn.ts'
import { lessonStatus } from '../courses/course-progress.ts'

export type WayStep = StepView['kind'] | 'courses' | 'capstone' | 'certificate'

export interface CourseStanding {
  readonly id: string
  readonly title: CourseSummary['title']
  readonly done: number
  readonly total: number
  /** The placement said that it may be skipped. */
  readonly known: boolean
}

/** How far the learner is with each course of a programme, in its order. */
export function courseStandings(
  programme: Pick<ProgrammeView, 'courses'>,
  courses: readonly CourseSummary[],
  progress: Progress,
  known: readonly string[],
): CourseStanding[] {
  return programme.courses.map(({ course: id, title }) => {
    const lessons = courses.find((course) => course.id === id)?.lessons ?? []
    const done = lessons.filter((one) => lessonStatus(id, one.id, progress) === 'done').length
    return { id, title, done, total: lessons.length, known: known.includes(id) }
  })
}

/** The course to go on with: the first that is neither done nor known. */
export const courseToTake = (standings: readonly CourseStanding[]): CourseStanding | undefined =>
  standings.find(({ done, total, known }) => done < total && !known)

/**
 * The one step to take next. The placement saves time but is nobody's duty: it leads only until
 * the courses have begun or the test before them is done.
 */
export function currentStep(
  steps: readonly StepView[],
  standings: readonly CourseStanding[],
  /** Nothing is missing for the certificate. */
  ready = false,
): WayStep {
  const of = (kind: StepView['kind']) => steps.find((step) => step.kind === kind)
  const waits = (kind: StepView['kind']) => ['open', 'begun'].includes(of(kind)?.state ?? '')
  const begun = steps.find(({ state }) => state === 'begun')
  if (begun) return begun.kind
  const studied = standings.some(({ done }) => done > 0)
  if (waits('placement') && !studied && of('before')?.state !== 'done') return 'placement'
  if (waits('before')) return 'before'
  if (of('final')?.state === 'done') {
    if (of('after')?.state === 'open') return 'after'
    return ready ? 'certificate' : 'capstone'
  }
  // who failed has courses to go over, which are named there
  if (of('final')?.lock === 'review_first') return 'final'
  if (courseToTake(standings)) return 'courses'
  if (waits('after')) return 'after'
  return 'final'
}
