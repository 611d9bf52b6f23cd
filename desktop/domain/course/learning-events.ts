import * as z from 'zod'
import { confidences } from './calibration.ts'
import { drillRoundEvent } from '../simulation/drill-record.ts'
import { helpLevels } from '../simulation/player.ts'

const inLesson = { course: z.string(), lesson: z.string() }
const anExercise = { ...inLesson, exercise: z.string() }

/** What the journal keeps of learning, by the type of event. */
export const learningEvents = {
  'lesson.opened': z.object(inLesson),
  'lesson.done': z.object(inLesson),
  /** Where the learner stopped reading: the part's number from 0, and how it begins. */
  'lesson.place': z.object({ ...inLesson, part: z.int().min(0), text: z.string() }),
  /** The lesson is begun anew: what was done in it, and in these phone practices, is set aside. */
  'lesson.reset': z.object({ ...inLesson, scenarios: z.array(z.string()) }),
  /** What was set aside is back, and what was done since is kept. */
  'lesson.restored': z.object(inLesson),
  'exercise.checked': z.object({
    ...anExercise,
    correct: z.boolean(),
    code: z.string(),
    hints: z.int().min(0),
    confidence: z.enum(confidences).optional(),
  }),
  /** “I do not know this one”, in a test. */
  'exercise.skipped': z.object(anExercise),
  /** 会 or 不会, as the learner himself says. */
  'review.answered': z.object({ ...anExercise, knew: z.boolean() }),
  'scenario.played': z.object({
    course: z.string(),
    scenario: z.string(),
    reached: z.boolean(),
    help: z.enum(helpLevels),
    mistakes: z.array(z.string()),
    /** What a learner's own phone called the run, in a class on the local network. */
    run: z.string().optional(),
  }),
  /** A round of fraud drills, finished or left; one event, so that half a round is never scored. */
  'drill.round': drillRoundEvent,
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
