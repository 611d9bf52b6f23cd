import * as z from 'zod'
import { confidences } from './calibration.ts'
import { helpLevels, type HelpLevel } from '../simulation/player.ts'

/** Per learner: what was opened, answered and practised. Keys: `course/lesson`, `course/lesson#exercise`, `course/scenario`. */
export const progressSchema = z.object({
  lessons: z.record(z.string(), z.object({ openedAt: z.string(), doneAt: z.string().nullable() })),
  exercises: z.record(
    z.string(),
    z.object({
      attempts: z.int(),
      correct: z.boolean(),
      /** The most help taken in any attempt: hints read, 4 with the half-worked example. */
      hints: z.int(),
      lastAt: z.string(),
    }),
  ),
  scenarios: z.record(
    z.string(),
    z.object({
      runs: z.int(),
      /** The least help with which the goal was reached; null before the first time. */
      best: z.enum(helpLevels).nullable(),
      /** Mistakes made in all runs. */
      mistakes: z.int(),
      lastAt: z.string(),
    }),
  ),
})
export type Progress = z.infer<typeof progressSchema>

const inLesson = { course: z.string(), lesson: z.string() }

/** What the journal keeps of learning, by the type of event. */
const learningEvents = {
  'lesson.opened': z.object(inLesson),
  'lesson.done': z.object(inLesson),
  'exercise.checked': z.object({
    ...inLesson,
    exercise: z.string(),
    correct: z.boolean(),
    code: z.string(),
    hints: z.int().min(0),
    confidence: z.enum(confidences).optional(),
  }),
  'scenario.played': z.object({
    course: z.string(),
    scenario: z.string(),
    reached: z.boolean(),
    help: z.enum(helpLevels),
    mistakes: z.array(z.string()),
  }),
} as const

export type LearningEventType = keyof typeof learningEvents
export type LearningEvent<T extends LearningEventType> = z.infer<(typeof learningEvents)[T]>

/** One event of the journal, as far as progress depends on it. */
export interface RecordedEvent {
  readonly type: string
  readonly at: string
  readonly by?: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Every learner's progress, by pseudonymous id. */
export type ProgressByLearner = Readonly<Record<string, Progress>>

export const noProgress: Progress = { lessons: {}, exercises: {}, scenarios: {} }

/** Learning progress as the journal's events make it. Events of other kinds change nothing. */
export const progressProjection = {
  name: 'learning',
  version: 1,
  initial: {} as ProgressByLearner,
  reduce(state: ProgressByLearner, event: RecordedEvent): ProgressByLearner {
    if (event.by === undefined) return state
    const before = state[event.by] ?? noProgress
    const after = afterEvent(before, event)
    return after === before ? state : { ...state, [event.by]: after }
  },
}

function afterEvent(progress: Progress, event: RecordedEvent): Progress {
  switch (event.type) {
    case 'lesson.opened':
    case 'lesson.done': {
      const read = learningEvents[event.type].safeParse(event.data)
      return read.success ? withLesson(progress, read.data, event) : progress
    }
    case 'exercise.checked': {
      const read = learningEvents[event.type].safeParse(event.data)
      return read.success ? withAttempt(progress, read.data, event.at) : progress
    }
    case 'scenario.played': {
      const read = learningEvents[event.type].safeParse(event.data)
      return read.success ? withRun(progress, read.data, event.at) : progress
    }
    default:
      return progress
  }
}

function withLesson(
  progress: Progress,
  { course, lesson }: LearningEvent<'lesson.opened'>,
  { type, at }: RecordedEvent,
): Progress {
  const key = `${course}/${lesson}`
  const before = progress.lessons[key]
  const doneAt = before?.doneAt ?? (type === 'lesson.done' ? at : null)
  const entry = { openedAt: before?.openedAt ?? at, doneAt }
  return { ...progress, lessons: { ...progress.lessons, [key]: entry } }
}

/** Once right stays right: trying again later cannot take it away. */
function withAttempt(
  progress: Progress,
  { course, lesson, exercise, correct, hints }: LearningEvent<'exercise.checked'>,
  at: string,
): Progress {
  const key = `${course}/${lesson}#${exercise}`
  const before = progress.exercises[key]
  const entry = {
    attempts: (before?.attempts ?? 0) + 1,
    correct: correct || (before?.correct ?? false),
    hints: Math.max(hints, before?.hints ?? 0),
    lastAt: at,
  }
  return { ...progress, exercises: { ...progress.exercises, [key]: entry } }
}

function withRun(
  progress: Progress,
  { course, scenario, reached, help, mistakes }: LearningEvent<'scenario.played'>,
  at: string,
): Progress {
  const key = `${course}/${scenario}`
  const before = progress.scenarios[key]
  const best = reached ? better(help, before?.best ?? null) : (before?.best ?? null)
  const entry = {
    runs: (before?.runs ?? 0) + 1,
    best,
    mistakes: (before?.mistakes ?? 0) + mistakes.length,
    lastAt: at,
  }
  return { ...progress, scenarios: { ...progress.scenarios, [key]: entry } }
}

function better(one: HelpLevel, other: HelpLevel | null): HelpLevel {
  if (other === null) return one
  return helpLevels.indexOf(one) > helpLevels.indexOf(other) ? one : other
}
