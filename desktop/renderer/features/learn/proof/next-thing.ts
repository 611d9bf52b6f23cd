import type { StepView } from '../../../../contract/assessment.ts'
import type { OwnCapstone, WorkView } from '../../../../contract/capstone.ts'
import type { NextLesson } from '../../home/today.ts'
import { type CourseStanding, courseToTake, currentStep } from './way.ts'

/** What a learner does next on the way through a programme. */
export type NextThing =
  /** `spare`: it is not needed for what is left, the last work. */
  | { readonly kind: 'test'; readonly step: StepView; readonly spare: boolean }
  /** The final was not passed: a course to go over, and how many there are. */
  | {
      readonly kind: 'review'
      readonly course: StepView['review'][number]
      readonly left: number
    }
  | { readonly kind: 'course'; readonly course: CourseStanding }
  | { readonly kind: 'learnCapstone'; readonly course: CourseStanding }
  | { readonly kind: 'handIn' }
  | { readonly kind: 'rateOwn'; readonly work: string }
  | { readonly kind: 'judge'; readonly work: WorkView }
  | { readonly kind: 'mend'; readonly work: string }
  /** The facilitator has not judged yet; there is nothing to do. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'certificate' }
  /** The certificate was given. */
  | { readonly kind: 'finished' }
  /** Nothing leads on from here: the final cannot be taken, or there is no capstone. */
  | { readonly kind: 'none' }

export interface Standing {
  readonly steps: readonly StepView[]
  readonly standings: readonly CourseStanding[]
  /** The last work and the course that teaches it; null where the programme has none. */
  readonly capstone: {
    readonly course: CourseStanding
    readonly own: Pick<OwnCapstone, 'work' | 'toJudge'>
  } | null
  readonly certificate: { readonly ready: boolean; readonly issued: boolean } | null
}

/** The one thing to do next; the same on every page. */
export function nextThing({ steps, standings, capstone, certificate }: Standing): NextThing {
  const step = currentStep(steps, standings, certificate?.ready)
  if (step === 'certificate') return { kind: certificate?.issued ? 'finished' : 'certificate' }
  if (step === 'capstone') return capstone ? capstonePart(capstone) : { kind: 'none' }
  const course = courseToTake(standings)
  if (step === 'courses') return course ? { kind: 'course', course } : { kind: 'none' }
  const test = steps.find(({ kind }) => kind === step)
  if (!test) return { kind: 'none' }
  const final = steps.find(({ kind }) => kind === 'final')
  const spare = step === 'after' && final?.state === 'done' && capstone !== null
  if (test.state !== 'locked') return { kind: 'test', step: test, spare }
  const [review] = test.review
  return review ? { kind: 'review', course: review, left: test.review.length } : { kind: 'none' }
}

/** Own levels come before anybody else's are seen; peers wait for theirs. */
function capstonePart({ course, own }: NonNullable<Standing['capstone']>): NextThing {
  const { work, toJudge } = own
  if (!work) return course.lesson ? { kind: 'learnCapstone', course } : { kind: 'handIn' }
  if (!work.own) return { kind: 'rateOwn', work: work.work }
  const peer = toJudge.find((one) => !one.own)
  if (peer) return { kind: 'judge', work: peer }
  return work.passed === false ? { kind: 'mend', work: work.work } : { kind: 'wait' }
}

/**
 * The lesson to go on with beside the next things of programmes: whoever is under way in one is led
 * by it, and to a lesson only where one was left in the middle that is not that thing itself.
 */
export function ledLesson(
  next: NextLesson | undefined,
  ways: readonly { readonly standing: Standing | undefined }[],
): NextLesson | undefined {
  const things = ways.flatMap(({ standing }) => (standing ? [nextThing(standing)] : []))
  if (things.length === 0) return next
  if (!next?.started) return undefined
  const same = things.some(
    (thing) =>
      (thing.kind === 'course' || thing.kind === 'learnCapstone') &&
      thing.course.id === next.course.id &&
      thing.course.lesson?.id === next.lesson.id,
  )
  return same ? undefined : next
}

/**
 * Whether the next thing is worth telling at the end of a lesson: within a course the next lesson
 * leads on, unless there are other courses to go over, or a test to take.
 */
export function leadsOn(standing: Standing, last: boolean): boolean {
  const { kind } = nextThing(standing)
  return kind === 'review' || (last ? kind !== 'none' : kind === 'test' && goneOver(standing))
}

const goneOver = ({ steps }: Standing): boolean =>
  steps.some(({ kind, state, times }) => kind === 'final' && state === 'open' && times > 0)
