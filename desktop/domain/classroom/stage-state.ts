import * as z from 'zod'

/**
 * Where a lesson stands, the same in every window that shows or leads it: each window makes the next
 * state from the one it knows and tells the others; the latest wins. Times are milliseconds since 1970.
 */

const clockSchema = z.object({
  /** Run before it was last stopped. */
  ran: z.number().nonnegative(),
  /** Running since; null while it stands. */
  since: z.number().nullable(),
})
type Clock = z.infer<typeof clockSchema>

export const stageStateSchema = z.object({
  at: z.int().nonnegative(),
  veil: z.enum(['none', 'black', 'white']),
  /** The lesson's time; it begins with the first step forward. */
  clock: clockSchema,
  /** What the clock said when the present step began. */
  entered: z.number().nonnegative(),
  /** Time spent at steps, by their keys, before the present visit. */
  spent: z.record(z.string(), z.number().nonnegative()),
  /** Practice times, by the keys of their steps: from when on the clock, and how long. */
  timers: z.record(z.string(), z.object({ from: z.number(), length: z.number().nonnegative() })),
  /** The speaker's window that leads. */
  leader: z.string(),
  revision: z.int().nonnegative(),
  /** Which window made it, so that two made at once are told apart everywhere alike. */
  by: z.string(),
  changed: z.number(),
})
export type StageState = z.infer<typeof stageStateSchema>

/** What the state needs to know of a step. */
export interface TimedStep {
  readonly key: string
  readonly show: { readonly kind: string }
  readonly minutes: number | null
}

export const newStage: StageState = {
  at: 0,
  veil: 'none',
  clock: { ran: 0, since: null },
  entered: 0,
  spent: {},
  timers: {},
  leader: '',
  revision: 0,
  by: '',
  changed: 0,
}

const minute = 60_000

/** A break may be long, but tomorrow the lesson begins anew. */
const keptFor = 4 * 60 * minute

/** A state that was kept; the beginning where it is none, or too old. */
export function keptStage(text: string | null, now: number): StageState {
  const read = stageStateSchema.safeParse(parsed(text))
  return read.success && now - read.data.changed < keptFor ? read.data : newStage
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** Of two states the one that all windows go on from. */
export function later(one: StageState, other: StageState): StageState {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other
  return other.by > one.by ? other : one
}

export const elapsed = ({ ran, since }: Clock, now: number): number =>
  ran + (since === null ? 0 : Math.max(0, now - since))

export const isRunning = ({ clock }: StageState): boolean => clock.since !== null

/** How long the class has been at this step, earlier visits included. */
export function timeAt(state: StageState, key: string, now: number): number {
  return (state.spent[key] ?? 0) + Math.max(0, elapsed(state.clock, now) - state.entered)
}

/** What is left of a step's practice time; 0 when it is over, `undefined` where none was begun. */
export function timerLeft(
  { timers, clock }: StageState,
  key: string,
  now: number,
): number | undefined {
  const timer = timers[key]
  return timer && Math.max(0, timer.length - (elapsed(clock, now) - timer.from))
}

/** To another step, which lifts the veil; the first step forward begins the lesson's time. */
export function goTo(
  state: StageState,
  to: number,
  steps: readonly TimedStep[],
  now: number,
): StageState {
  const at = Math.min(Math.max(0, to), steps.length - 1)
  const [here, there] = [steps[state.at], steps[at]]
  if (at === state.at || !there) return { ...state, veil: 'none' }
  const clock = state.at === 0 && state.clock.ran === 0 ? started(state.clock, now) : state.clock
  const entered = elapsed(clock, now)
  const spent = here ? { ...state.spent, [here.key]: timeAt(state, here.key, now) } : state.spent
  return {
    ...state,
    at,
    veil: 'none',
    clock,
    entered,
    spent,
    timers: timersAt(state, there, entered),
  }
}

/** Practice time begins when its step is first reached. */
function timersAt({ timers }: StageState, { key, show, minutes }: TimedStep, from: number) {
  if (show.kind !== 'practice' || minutes === null || timers[key]) return timers
  return { ...timers, [key]: { from, length: minutes * minute } }
}

export const longer = (state: StageState, key: string, now: number): StageState => {
  const timer = state.timers[key]
  if (!timer) return state
  // a minute more than now, not more than what was over long ago
  const used = elapsed(state.clock, now) - timer.from
  const length = Math.max(timer.length, used) + minute
  return { ...state, timers: { ...state.timers, [key]: { ...timer, length } } }
}

/** Covers the projector, and uncovers it when it is already covered so. */
export const veiled = (state: StageState, veil: 'black' | 'white'): StageState => ({
  ...state,
  veil: state.veil === veil ? 'none' : veil,
})

/** Stops the lesson's time and every practice time, or lets them go on. */
export function paused(state: StageState, now: number): StageState {
  const { clock } = state
  return {
    ...state,
    clock: isRunning(state) ? { ran: elapsed(clock, now), since: null } : started(clock, now),
  }
}

const started = ({ ran, since }: Clock, now: number): Clock => ({ ran, since: since ?? now })

/** From the beginning, with the same window leading. */
export const begunAnew = ({ leader, revision }: StageState): StageState => ({
  ...newStage,
  leader,
  revision,
})

/** The next state after a change, as `by` made it. */
export const stamped = (state: StageState, by: string, now: number): StageState => ({
  ...state,
  by,
  revision: state.revision + 1,
  changed: now,
})

/** How long the class has been at a step of the plan, which is several pages long. */
export function timeInPart(
  state: StageState,
  steps: readonly { readonly key: string; readonly part: number }[],
  part: number,
  now: number,
): number {
  const here = steps[state.at]
  return steps
    .filter((step) => step.part === part)
    .reduce((sum, { key }) => {
      return sum + (key === here?.key ? timeAt(state, key, now) : (state.spent[key] ?? 0))
    }, 0)
}
