import * as z from 'zod'
import { drillRecordSchema } from '../simulation/drill-record.ts'
import { helpLevels, type HelpLevel } from '../simulation/player.ts'

/** What is kept of one lesson, exercise or phone practice, for one learner. */

const lessonRecordSchema = z.object({
  openedAt: z.string(),
  doneAt: z.string().nullable(),
  /** Where reading stopped. */
  place: z.object({ part: z.int(), text: z.string() }).nullable(),
  /** The number of the event that last opened, placed or finished it: clocks go wrong, this does not. */
  touched: z.int(),
})
export type LessonRecord = z.infer<typeof lessonRecordSchema>

const exerciseRecordSchema = z.object({
  attempts: z.int(),
  correct: z.boolean(),
  /** The most help taken in any attempt: hints read, 4 with the half-worked example. */
  hints: z.int(),
  lastAt: z.string(),
  /** The first attempt of this run through the lesson; `nth` is the number of its event. */
  first: z.object({ nth: z.int(), at: z.string(), correct: z.boolean(), hints: z.int() }),
})
export type ExerciseRecord = z.infer<typeof exerciseRecordSchema>

const scenarioRecordSchema = z.object({
  runs: z.int(),
  /** The least help with which the goal was reached; null before the first time. */
  best: z.enum(helpLevels).nullable(),
  /** Mistakes made in all runs. */
  mistakes: z.int(),
  lastAt: z.string(),
})
export type ScenarioRecord = z.infer<typeof scenarioRecordSchema>

const reviewRecordSchema = z.object({
  times: z.int(),
  /** 会 so many times in a row. */
  row: z.int(),
  lastAt: z.string(),
})
export type ReviewRecord = z.infer<typeof reviewRecordSchema>

const records = {
  lessons: z.record(z.string(), lessonRecordSchema),
  exercises: z.record(z.string(), exerciseRecordSchema),
  scenarios: z.record(z.string(), scenarioRecordSchema),
}
const recordsSchema = z.object(records)
export type Records = z.infer<typeof recordsSchema>

/** Per learner. Keys: `course/lesson`, `course/lesson#exercise`, `course/scenario`. */
export const progressSchema = z.object({
  ...records,
  reviews: z.record(z.string(), reviewRecordSchema),
  /** Fraud drills, by course. A reset of a lesson leaves them: old disguises must not come back as new. */
  drills: z.record(z.string(), drillRecordSchema),
  /** What a reset has set aside, by lesson. */
  aside: z.record(z.string(), recordsSchema),
  /** Learning events so far, resets apart. */
  events: z.int(),
})
export type Progress = z.infer<typeof progressSchema>

export const lessonKey = (course: string, lesson: string): string => `${course}/${lesson}`
export const exerciseKey = (course: string, lesson: string, exercise: string): string =>
  `${course}/${lesson}#${exercise}`
export const scenarioKey = (course: string, scenario: string): string => `${course}/${scenario}`

/** The record of two stretches of work as one, the earlier first. */
export function joinedLesson(older: LessonRecord, newer: LessonRecord): LessonRecord {
  return {
    openedAt: older.openedAt,
    doneAt: older.doneAt ?? newer.doneAt,
    place: newer.place ?? older.place,
    touched: newer.touched,
  }
}

/** Once right stays right: trying again later cannot take it away. */
export function joinedExercise(older: ExerciseRecord, newer: ExerciseRecord): ExerciseRecord {
  return {
    attempts: older.attempts + newer.attempts,
    correct: older.correct || newer.correct,
    hints: Math.max(older.hints, newer.hints),
    lastAt: newer.lastAt,
    first: older.first,
  }
}

export function joinedScenario(older: ScenarioRecord, newer: ScenarioRecord): ScenarioRecord {
  return {
    runs: older.runs + newer.runs,
    best: better(older.best, newer.best),
    mistakes: older.mistakes + newer.mistakes,
    lastAt: newer.lastAt,
  }
}

function better(one: HelpLevel | null, other: HelpLevel | null): HelpLevel | null {
  if (one === null || other === null) return one ?? other
  return helpLevels.indexOf(one) > helpLevels.indexOf(other) ? one : other
}
