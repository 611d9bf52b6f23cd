import { afterRound, noDrills } from '../simulation/drill-record.ts'
import {
  learningEvents,
  type LearningEvent,
  type LearningEventType,
  type RecordedEvent,
} from './learning-events.ts'
import {
  exerciseKey,
  joinedExercise,
  joinedLesson,
  joinedScenario,
  lessonKey,
  scenarioKey,
  type LessonRecord,
  type Progress,
} from './record.ts'
import { broughtBack, setAside } from './set-aside.ts'

/** Every learner's progress, by pseudonymous id. */
export type ProgressByLearner = Readonly<Record<string, Progress>>

export const noProgress: Progress = {
  lessons: {},
  exercises: {},
  scenarios: {},
  reviews: {},
  drills: {},
  aside: {},
  events: 0,
}

/**
 * Learning progress as the journal's events make it. Events of other kinds change nothing, and
 * events that an earlier version wrote are read like new ones: a profile is never converted, only
 * told again.
 */
export const progressProjection = {
  name: 'learning',
  version: 3,
  initial: {} as ProgressByLearner,
  reduce(state: ProgressByLearner, event: RecordedEvent): ProgressByLearner {
    if (event.by === undefined) return state
    const before = state[event.by] ?? noProgress
    const after = afterEvent(before, event)
    return after === before ? state : { ...state, [event.by]: after }
  },
}

type Step<T extends LearningEventType> = (
  progress: Progress,
  data: LearningEvent<T>,
  at: string,
) => Progress

const steps: { readonly [T in LearningEventType]: Step<T> } = {
  'lesson.opened': (progress, where, at) => withLesson(progress, where, { openedAt: at }),
  'lesson.done': (progress, where, at) => withLesson(progress, where, { openedAt: at, doneAt: at }),
  'lesson.place': (progress, { part, text, ...where }, at) =>
    withLesson(progress, where, { openedAt: at, place: { part, text } }),
  'lesson.reset': (progress, { course, lesson, scenarios }) =>
    setAside(progress, course, lesson, scenarios),
  'lesson.restored': (progress, { course, lesson }) => broughtBack(progress, course, lesson),
  'exercise.checked': withAttempt,
  'exercise.skipped': (progress, skipped, at) =>
    withAttempt(progress, { ...skipped, correct: false, code: 'skipped', hints: 0 }, at),
  'review.answered': withReview,
  'scenario.played': withRun,
  'drill.round': withDrill,
}

function afterEvent(progress: Progress, event: RecordedEvent): Progress {
  return isLearning(event.type) ? take(event.type, progress, event) : progress
}

function take(type: LearningEventType, progress: Progress, event: RecordedEvent): Progress {
  const read = learningEvents[type].safeParse(event.data)
  // what the schema has let through is the data of this very type
  const step: (progress: Progress, data: never, at: string) => Progress = steps[type]
  return read.success ? step(progress, read.data as never, event.at) : progress
}

const isLearning = (type: string): type is LearningEventType => Object.hasOwn(learningEvents, type)

const counted = (progress: Progress): Progress => ({ ...progress, events: progress.events + 1 })

function withLesson(
  progress: Progress,
  { course, lesson }: LearningEvent<'lesson.opened'>,
  news: Pick<LessonRecord, 'openedAt'> & Partial<LessonRecord>,
): Progress {
  const key = lessonKey(course, lesson)
  const before = progress.lessons[key]
  const entry = { doneAt: null, place: null, ...news, touched: progress.events }
  const lessons = { ...progress.lessons, [key]: before ? joinedLesson(before, entry) : entry }
  return counted({ ...progress, lessons })
}

function withAttempt(
  progress: Progress,
  { course, lesson, exercise, correct, hints }: LearningEvent<'exercise.checked'>,
  at: string,
): Progress {
  const key = exerciseKey(course, lesson, exercise)
  const before = progress.exercises[key]
  const first = { nth: progress.events, at, correct, hints }
  const entry = { attempts: 1, correct, hints, lastAt: at, first }
  const exercises = { ...progress.exercises, [key]: before ? joinedExercise(before, entry) : entry }
  return counted({ ...progress, exercises })
}

function withReview(
  progress: Progress,
  { course, lesson, exercise, knew }: LearningEvent<'review.answered'>,
  at: string,
): Progress {
  const key = exerciseKey(course, lesson, exercise)
  const { times = 0, row = 0 } = progress.reviews[key] ?? {}
  const entry = { times: times + 1, row: knew ? row + 1 : 0, lastAt: at }
  return counted({ ...progress, reviews: { ...progress.reviews, [key]: entry } })
}

function withRun(
  progress: Progress,
  { course, scenario, reached, help, mistakes }: LearningEvent<'scenario.played'>,
  at: string,
): Progress {
  const key = scenarioKey(course, scenario)
  const before = progress.scenarios[key]
  const entry = { runs: 1, best: reached ? help : null, mistakes: mistakes.length, lastAt: at }
  const scenarios = { ...progress.scenarios, [key]: before ? joinedScenario(before, entry) : entry }
  return counted({ ...progress, scenarios })
}

function withDrill(progress: Progress, round: LearningEvent<'drill.round'>, at: string): Progress {
  const before = progress.drills[round.course] ?? noDrills
  const after = afterRound(before, round, progress.events, at)
  return counted({ ...progress, drills: { ...progress.drills, [round.course]: after } })
}
