import type { HelpLevel } from '../simulation/player.ts'
import { testLesson } from './course.ts'
import { type Titles } from './titles.ts'
import { helpOf, masteryOf, moreHelp, type FirstAttempt, type Mastery } from './mastery.ts'
import {
  objectiveIds,
  objectiveTitle,
  testItems,
  type Outline,
  type OutlineItem,
  type OutlineLesson,
} from './outline.ts'
import { outcome, type Form, type Outcome, type TestAnswers } from './placement.ts'
import { exerciseKey, type Progress } from './record.ts'
import type { ReviewCandidate } from './review.ts'

/** Where a learner stands with one objective of a course. */
export interface ObjectiveStanding {
  readonly id: string
  readonly title: Titles
  readonly mastery: Mastery
  /** The latest test that was finished says that it is known. */
  readonly tested: boolean
}

/** First answers to the test's questions. */
export function testAnswers({ course, items }: Outline, progress: Progress): TestAnswers {
  const own = items.filter(({ lesson }) => lesson === testLesson)
  return new Map(
    own.flatMap(({ id }): [string, boolean][] => {
      const record = progress.exercises[exerciseKey(course.id, testLesson, id)]
      return record ? [[id, record.first.correct]] : []
    }),
  )
}

export function testOutcome(outline: Outline, progress: Progress, form: Form): Outcome {
  return outcome(testItems(outline), testAnswers(outline, progress), form)
}

/** What the later of the two tests says is known; half a test says it of what it has decided. */
function testedObjectives(outline: Outline, progress: Progress): Set<string> {
  const after = testOutcome(outline, progress, 'B')
  const latest = after.state === 'new' ? testOutcome(outline, progress, 'A') : after
  return new Set(
    latest.decisions.filter(({ state }) => state === 'known').map(({ objective }) => objective),
  )
}

/** Every objective of the course with its mastery, in the course's order. */
export function standings(outline: Outline, progress: Progress): ObjectiveStanding[] {
  const { course, items } = outline
  const tested = testedObjectives(outline, progress)
  return objectiveIds(outline).map((id) => {
    const own = items.filter((item) => item.objective === id)
    const attempts = own.flatMap((item) => firstAttempt(course.id, item, progress))
    const mastery = masteryOf(attempts, course.mastery, own.length)
    return { id, title: objectiveTitle(course, id), mastery, tested: tested.has(id) }
  })
}

function firstAttempt(course: string, item: OutlineItem, progress: Progress): FirstAttempt[] {
  const first = progress.exercises[exerciseKey(course, item.lesson, item.id)]?.first
  if (!first) return []
  const { nth, correct, hints } = first
  return [{ nth, correct, help: moreHelp(helpOf(hints), item.shows) }]
}

/** Known without more ado: mastered alone, or known in the test. */
export function isKnown({ mastery, tested }: ObjectiveStanding): boolean {
  const alone: HelpLevel = 'alone'
  return tested || (mastery.state === 'mastered' && mastery.help === alone)
}

/** A lesson whose objectives are all known: it is offered to be passed over, never hidden. */
export function mayBeSkipped(
  { objectives }: Pick<OutlineLesson, 'objectives'>,
  all: readonly ObjectiveStanding[],
): boolean {
  const known = new Set(all.filter(isKnown).map(({ id }) => id))
  return objectives.length > 0 && objectives.every((id) => known.has(id))
}

/** What was once answered rightly in a lesson and may come back. */
export function reviewCandidates(
  { course, items }: Outline,
  progress: Progress,
): ReviewCandidate[] {
  return items.flatMap(({ lesson, id, review, form }) => {
    const key = exerciseKey(course.id, lesson, id)
    const record = progress.exercises[key]
    if (!review || form !== null || !record?.correct) return []
    return [{ key, learntAt: record.lastAt }]
  })
}
