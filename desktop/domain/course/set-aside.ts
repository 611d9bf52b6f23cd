import {
  exerciseKey,
  joinedExercise,
  joinedLesson,
  joinedScenario,
  lessonKey,
  scenarioKey,
  type Progress,
  type Records,
} from './record.ts'

/**
 * Begins a lesson anew. Nothing is lost: what was done is set aside, joined with what an earlier
 * reset set aside, so that a restore brings everything back as though nothing had been reset.
 */
export function setAside(
  progress: Progress,
  course: string,
  lesson: string,
  scenarios: readonly string[],
): Progress {
  const key = lessonKey(course, lesson)
  const names = new Set(scenarios.map((scenario) => scenarioKey(course, scenario)))
  const lessons = split(progress.lessons, (each) => each === key)
  const exercises = split(progress.exercises, (each) =>
    each.startsWith(exerciseKey(course, lesson, '')),
  )
  const practised = split(progress.scenarios, (each) => names.has(each))
  const taken = { lessons: lessons.in, exercises: exercises.in, scenarios: practised.in }
  if (Object.values(taken).every((records) => Object.keys(records).length === 0)) return progress
  const before = progress.aside[key]
  return {
    ...progress,
    lessons: lessons.out,
    exercises: exercises.out,
    scenarios: practised.out,
    aside: { ...progress.aside, [key]: before ? joined(before, taken) : taken },
  }
}

/** Brings back what was set aside; what was done since counts too. */
export function broughtBack(progress: Progress, course: string, lesson: string): Progress {
  const key = lessonKey(course, lesson)
  const before = progress.aside[key]
  if (!before) return progress
  const aside = Object.fromEntries(Object.entries(progress.aside).filter(([each]) => each !== key))
  return { ...progress, ...joined(before, progress), aside }
}

function joined(older: Records, newer: Records): Records {
  return {
    lessons: merge(older.lessons, newer.lessons, joinedLesson),
    exercises: merge(older.exercises, newer.exercises, joinedExercise),
    scenarios: merge(older.scenarios, newer.scenarios, joinedScenario),
  }
}

type Table<T> = Readonly<Record<string, T>>

function merge<T>(older: Table<T>, newer: Table<T>, join: (older: T, newer: T) => T) {
  const all: Record<string, T> = { ...older }
  for (const [key, value] of Object.entries(newer)) {
    const before = older[key]
    all[key] = before === undefined ? value : join(before, value)
  }
  return all
}

function split<T>(table: Table<T>, wanted: (key: string) => boolean) {
  const entries = Object.entries(table)
  return {
    in: Object.fromEntries(entries.filter(([key]) => wanted(key))),
    out: Object.fromEntries(entries.filter(([key]) => !wanted(key))),
  }
}
