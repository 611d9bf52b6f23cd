import type { HelpLevel } from '../simulation/player.ts'
import type { Attendance, Face, FaceCounts, Group } from './events.ts'

/** A class as the journal knows it: people by pseudonymous id. */
export interface ClassRecord {
  readonly title: string
  readonly archived: boolean
  readonly people: readonly string[]
  readonly groups: readonly Group[]
  /** The earliest first. */
  readonly sessions: readonly string[]
  /** Each member's number, by which exports tell people apart; who left keeps his. */
  readonly numbers: Readonly<Record<string, number>>
  /** What the next session is to be on. */
  readonly planned: { readonly course: string; readonly lesson: string } | null
  /** The session that goes on now. */
  readonly open: string | null
}

/** What one learner did with one exercise during a session. */
export interface ExerciseWork {
  readonly attempts: number
  readonly right: boolean
  readonly firstRight: boolean
  /** The most help taken: hints read, 4 with the half-worked example. */
  readonly hints: number
}

/** What one learner did with one phone practice during a session. */
export interface ScenarioWork {
  readonly runs: number
  /** The least help with which the goal was reached; null where it was not. */
  readonly help: HelpLevel | null
  /** How often each mistake was made, by its key in the scenario. */
  readonly mistakes: Readonly<Record<string, number>>
}

/** Keys as in the learner's progress: `course/lesson#exercise`, `course/scenario`. */
export interface PersonWork {
  readonly exercises: Readonly<Record<string, ExerciseWork>>
  readonly scenarios: Readonly<Record<string, ScenarioWork>>
  /** What was done last. */
  readonly last: { readonly kind: 'exercise' | 'scenario'; readonly key: string } | null
  readonly lastAt: string
}

export interface SessionRecord {
  readonly class: string
  readonly course: string | null
  readonly lesson: string | null
  readonly begunAt: string
  readonly endedAt: string | null
  readonly attendance: Readonly<Record<string, Attendance>>
  readonly work: Readonly<Record<string, PersonWork>>
  readonly faces: Readonly<Record<Face, number>>
  /** Counted on paper, beside those that were tapped. */
  readonly paper: FaceCounts
  readonly suggestions: readonly string[]
}

export interface Classroom {
  readonly classes: Readonly<Record<string, ClassRecord>>
  readonly sessions: Readonly<Record<string, SessionRecord>>
}

export const noClassroom: Classroom = { classes: {}, sessions: {} }
