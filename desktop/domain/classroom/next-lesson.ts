import { isDone, levelIn, type Practice } from './levels.ts'
import type { PersonWork } from './record.ts'

/** So large a part of those who came must have done the lesson for the class to go on. */
export const enoughDid = 0.6

export interface Going {
  readonly course: string | null
  readonly lesson: string | null
  /** The course's lessons in their order; none where it is no longer installed. */
  readonly lessons: readonly string[]
  readonly came: number
  /** Of them, who did the lesson's practices alone or with hints. */
  readonly did: number
  /** Of them, who have any record of this lesson. */
  readonly recorded: number
  readonly practices: readonly Practice[]
  /** The work of those who came. */
  readonly works: readonly PersonWork[]
}

/** What to do the next time, and on what grounds. */
export type Next =
  | { readonly kind: 'next' | 'unrecorded'; readonly course: string; readonly lesson: string }
  | {
      readonly kind: 'again'
      readonly course: string
      readonly lesson: string
      /** The practice that the fewest did by themselves or with a hint. */
      readonly practice: Practice | null
    }
  | { readonly kind: 'finished'; readonly course: string }
  /** No lesson was named; it is gone from the content; nobody came. */
  | { readonly kind: 'none'; readonly why: 'no_lesson' | 'gone' | 'nobody' }

/**
 * The next lesson of the course where at least 60 % of those who came did this one's practices alone or
 * with hints, else this one once more. Without any record, as in a class on paper, the course goes on
 * and the volunteer judges.
 */
export function nextLesson(going: Going): Next {
  const { course, lesson, lessons, came, did, recorded } = going
  if (course === null || lesson === null) return { kind: 'none', why: 'no_lesson' }
  if (!lessons.includes(lesson)) return { kind: 'none', why: 'gone' }
  if (came === 0) return { kind: 'none', why: 'nobody' }
  const enough = recorded === 0 || did >= enoughDid * came
  if (!enough) return { kind: 'again', course, lesson, practice: hardest(going) }
  const following = lessons[lessons.indexOf(lesson) + 1]
  if (following === undefined) return { kind: 'finished', course }
  return { kind: recorded === 0 ? 'unrecorded' : 'next', course, lesson: following }
}

function hardest({ practices, works }: Going): Practice | null {
  const done = (one: Practice) => works.filter((work) => isDone(levelIn(one, work))).length
  const [first] = practices.toSorted((a, b) => done(a) - done(b))
  return first ?? null
}
