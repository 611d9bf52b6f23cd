import type { HelpLevel } from '../simulation/player.ts'
import { testLesson, type Course } from './course.ts'
import { type Titles } from './titles.ts'
import type { Exercise } from './exercise.ts'
import type { Lesson } from './lesson.ts'
import type { Form, TestItem } from './placement.ts'

/** One exercise, as far as the learner's standing depends on it. */
export interface OutlineItem {
  /** The lesson's id, or `test`. */
  readonly lesson: string
  readonly id: string
  readonly kind: string
  /** `null`: it practises several things, and is evidence of none. */
  readonly objective: string | null
  readonly form: Form | null
  readonly review: boolean
  /** What the task shows of its own answer. */
  readonly shows: HelpLevel
}

export interface OutlineLesson {
  readonly id: string
  readonly title: Titles
  readonly minutes: number
  readonly objectives: readonly string[]
}

/** A course without its texts and answers: what its lessons and exercises are there for. */
export interface Outline {
  readonly course: Course
  readonly lessons: readonly OutlineLesson[]
  readonly items: readonly OutlineItem[]
  readonly scenarios: readonly { readonly id: string; readonly lesson: string }[]
}

const shown: Readonly<Record<Exercise['fade'], HelpLevel>> = {
  shown: 'shown',
  part: 'hinted',
  alone: 'alone',
}

/** The exercises of a lesson; one without an objective serves the lesson's, where that has but one. */
export function itemsOf(id: string, lesson: Lesson): OutlineItem[] {
  const [only, ...others] = lesson.objectives
  const fallback = others.length === 0 && only !== undefined ? only : null
  return lesson.blocks.flatMap((block): OutlineItem[] => {
    if (block.kind !== 'exercise') return []
    const { exercise } = block
    const { objective = fallback, form = null, review, fade } = exercise
    const { id: own, kind } = exercise
    return [{ lesson: id, id: own, kind, objective, form, review, shows: shown[fade] }]
  })
}

/** Ids of all objectives: those that the course declares, then any that only its exercises name. */
export function objectiveIds({ course, lessons, items }: Outline): string[] {
  const used = [
    ...lessons.flatMap(({ objectives }) => objectives),
    ...items.flatMap(({ objective }) => objective ?? []),
  ]
  return [...new Set([...Object.keys(course.objectives), ...used])]
}

export function objectiveTitle({ objectives }: Course, id: string): Titles {
  const title = Object.hasOwn(objectives, id) ? objectives[id] : undefined
  return title ?? { zh: id, en: id }
}

/** The questions of the course's test, in their order. */
export function testItems({ items }: Outline): TestItem[] {
  return items.flatMap(({ lesson, id, objective, form }) =>
    lesson === testLesson && objective !== null && form !== null ? [{ id, objective, form }] : [],
  )
}
