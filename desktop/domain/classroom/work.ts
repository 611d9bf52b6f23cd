import { learningEvents, type LearningEvent } from '../course/learning-events.ts'
import { exerciseKey, scenarioKey } from '../course/record.ts'
import { helpLevels, type HelpLevel } from '../simulation/player.ts'
import type { ExerciseWork, PersonWork, ScenarioWork } from './record.ts'

/** What happened, as far as a session counts it. */
interface Happened {
  readonly type: string
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

const nothing: PersonWork = { exercises: {}, scenarios: {}, last: null, lastAt: '' }

/** A learner's work in a session after one more event; nothing where the event is no work. */
export function afterWork(
  before: PersonWork | undefined,
  { type, at, data }: Happened,
): PersonWork | undefined {
  if (type === 'exercise.checked') {
    const read = learningEvents[type].safeParse(data)
    return read.success ? withAttempt(before ?? nothing, read.data, at) : undefined
  }
  if (type === 'scenario.played') {
    const read = learningEvents[type].safeParse(data)
    return read.success ? withRun(before ?? nothing, read.data, at) : undefined
  }
  return undefined
}

function withAttempt(
  work: PersonWork,
  { course, lesson, exercise, correct, hints }: LearningEvent<'exercise.checked'>,
  lastAt: string,
): PersonWork {
  const key = exerciseKey(course, lesson, exercise)
  const before = work.exercises[key]
  const after: ExerciseWork = {
    attempts: (before?.attempts ?? 0) + 1,
    right: correct || (before?.right ?? false),
    firstRight: before?.firstRight ?? correct,
    hints: Math.max(hints, before?.hints ?? 0),
  }
  const last = { kind: 'exercise', key } as const
  return { ...work, exercises: { ...work.exercises, [key]: after }, last, lastAt }
}

function withRun(
  work: PersonWork,
  { course, scenario, reached, help, mistakes }: LearningEvent<'scenario.played'>,
  lastAt: string,
): PersonWork {
  const key = scenarioKey(course, scenario)
  const before = work.scenarios[key]
  const after: ScenarioWork = {
    runs: (before?.runs ?? 0) + 1,
    help: reached ? least(help, before?.help ?? null) : (before?.help ?? null),
    mistakes: counted(before?.mistakes ?? {}, mistakes),
  }
  const last = { kind: 'scenario', key } as const
  return { ...work, scenarios: { ...work.scenarios, [key]: after }, last, lastAt }
}

/** The least help of two runs that reached the goal. */
function least(now: HelpLevel, before: HelpLevel | null): HelpLevel {
  return before !== null && helpLevels.indexOf(before) > helpLevels.indexOf(now) ? before : now
}

function counted(
  before: Readonly<Record<string, number>>,
  mistakes: readonly string[],
): Readonly<Record<string, number>> {
  const counts = new Map(Object.entries(before))
  for (const mistake of mistakes) counts.set(mistake, (counts.get(mistake) ?? 0) + 1)
  return Object.fromEntries(counts)
}
