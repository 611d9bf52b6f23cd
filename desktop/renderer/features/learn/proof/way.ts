import type { ProgrammeView, StepView } from '../../../../contract/assessment.ts'
import type { CourseSummary, Progress } from '../../../../contract/learn.ts'
import { nextLesson } from '../../home/today.ts'
import { type LessonSummary, lessonStatus } from '../courses/course-progress.ts'

export type WayStep = StepView['kind'] | 'courses' | 'capstone' | 'certificate'

export interface CourseStanding {
  readonly id: string
  readonly title: CourseSummary['title']
  readonly done: number
  readonly total: number
  /** The placement said that it may be skipped. */
  readonly known: boolean
  /** The lesson to go on with: the one left last, else the first that is not done. */
  readonly lesson: LessonSummary | undefined
}

/** How far the learner is with a course; with one that is not here, nowhere. */
export function courseStanding(
  { course: id, title }: Pick<ProgrammeView['courses'][number], 'course' | 'title'>,
  courses: readonly CourseSummary[],
  progress: Progress,
  known: readonly string[] = [],
): CourseStanding {
  const own = courses.filter((course) => course.id === id)
  const lessons = own.flatMap((course) => course.lessons)
  const done = lessons.filter((one) => lessonStatus(id, one.id, progress) === 'done').length
  const { lesson } = nextLesson(own, progress) ?? { lesson: undefined }
  return { id, title, done, total: lessons.length, known: known.includes(id), lesson }
}

/** How far the learner is with each course of a programme, in its order. */
export const courseStandings = (
  programme: Pick<ProgrammeView, 'courses'>,
  courses: readonly CourseSummary[],
  progress: Progress,
  known: readonly string[],
): CourseStanding[] => programme.courses.map((one) => courseStanding(one, courses, progress, known))

/** The course to go on with: the first that is neither done nor known. */
export const courseToTake = (standings: readonly CourseStanding[]): CourseStanding | undefined =>
  standings.find(({ done, total, known }) => done < total && !known)

/** The learner has done something of the programme, or is in a training of it. */
export const isUnderWay = ({ training, steps }: Pick<ProgrammeView, 'training' | 'steps'>) =>
  training !== null || steps.some(({ state, times }) => state === 'begun' || times > 0)

/**
 * The one step to take next. The placement saves time but is nobody's duty: it leads only until
 * the courses have begun or the test before them is done. The test before them measures nothing
 * once they are over, or the final is passed. Who failed the final and went over the courses
 * takes it again.
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
  const final = of('final')
  if (final?.state === 'done') {
    if (of('after')?.state === 'open') return 'after'
    return ready ? 'certificate' : 'capstone'
  }
  const studied = standings.some(({ done }) => done > 0)
  const over = studied && !courseToTake(standings)
  // who failed has courses to go over, which are named there
  if (final && (final.lock === 'review_first' || final.times > 0)) return 'final'
  if (waits('placement') && !studied && of('before')?.state !== 'done') return 'placement'
  if (waits('before') && !over) return 'before'
  if (courseToTake(standings)) return 'courses'
  if (waits('after')) return 'after'
  return 'final'
}

/** Whether a course is one of a programme's, or teaches its last work. */
export const holdsCourse = (
  { courses, capstone }: Pick<ProgrammeView, 'courses' | 'capstone'>,
  course: string,
): boolean => capstone === course || courses.some((one) => one.course === course)
