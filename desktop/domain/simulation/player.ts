import { onwardFrom } from './routes.ts'
import { waysOf, type Scenario, type Screen, type Way } from './scenario.ts'

/** Where the practice phone stands now. */
export interface Moment {
  readonly screen: string
  /** Taps in a row that led nowhere. */
  readonly aimless: number
  /** The way back is offered. */
  readonly lost: boolean
  /** Help that is on show on this screen. */
  readonly aid: 'none' | 'hint' | 'step'
}

/** How much help was taken, the most of all steps; the most of all first. */
export const helpLevels = ['shown', 'hinted', 'alone'] as const
export type HelpLevel = (typeof helpLevels)[number]

/** One practice from start to goal. What was learnt of the learner outlives an undo. */
export interface Play {
  readonly now: Moment
  /** Earlier moments, the latest last: each step can be taken back. */
  readonly past: readonly Moment[]
  /** Keys of the mistakes made, in their order. */
  readonly mistakes: readonly string[]
  readonly help: HelpLevel
}

export type Action =
  /** A control's id; null for a tap beside every control. */
  | { readonly kind: 'tap'; readonly control: string | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'restart' }
  /** “I am lost.” */
  | { readonly kind: 'lost' }
  | { readonly kind: 'hint' }
  | { readonly kind: 'show-me' }

const arrived = (screen: string): Moment => ({ screen, aimless: 0, lost: false, aid: 'none' })

export function startPlay(scenario: Scenario): Play {
  return { now: arrived(scenario.start), past: [], mistakes: [], help: 'alone' }
}

/** The play after an action. Never leaves the scenario's screens; never throws. */
export function step(scenario: Scenario, play: Play, action: Action): Play {
  switch (action.kind) {
    case 'tap':
      return tap(scenario, play, action.control)
    case 'undo':
      return undo(play)
    case 'restart':
      return isFresh(scenario, play) ? play : goTo(play, scenario.start)
    case 'lost':
      return { ...play, now: { ...play.now, lost: true } }
    case 'hint':
      return aid(play, 'hint', play.help === 'alone' ? 'hinted' : play.help)
    case 'show-me':
      return aid(play, 'step', 'shown')
  }
}

export const hasReachedGoal = (scenario: Scenario, play: Play): boolean =>
  play.now.screen === scenario.goal

/** The screen that shows now. */
export function screenOf(scenario: Scenario, play: Play): Screen | undefined {
  return scenario.screens[play.now.screen]
}

/** The control to point at when help is asked for: the next one on the shortest right way. */
export function nextControl(scenario: Scenario, play: Play): string | undefined {
  const last = play.past.at(-1)
  return onwardFrom(scenario, play.now.screen, last?.screen)?.id
}

/** Steps of the shortest right way from the start; for “step 2 of 5”. */
export function stepsFromStart(scenario: Scenario): number {
  let screen = scenario.start
  let steps = 0
  while (screen !== scenario.goal && steps < Object.keys(scenario.screens).length) {
    const next = onwardFrom(scenario, screen, undefined)?.to
    if (next === undefined) break
    screen = next
    steps += 1
  }
  return steps
}

function tap(scenario: Scenario, play: Play, control: string | null): Play {
  const screen = scenario.screens[play.now.screen]
  const way = screen ? waysOf(screen).find((candidate) => candidate.id === control) : undefined
  if (!way) return aimless(scenario, play)
  const noted = way.mistake === undefined ? play : withMistake(play, way.mistake)
  return follow(noted, way)
}

function follow(play: Play, way: Way): Play {
  if (way.undo && play.past.length > 0) return undo(play)
  return way.to === undefined ? play : goTo(play, way.to)
}

function withMistake(play: Play, mistake: string): Play {
  return { ...play, mistakes: [...play.mistakes, mistake] }
}

function goTo(play: Play, screen: string): Play {
  return { ...play, now: arrived(screen), past: [...play.past, play.now] }
}

function undo(play: Play): Play {
  const now = play.past.at(-1)
  return now ? { ...play, now, past: play.past.slice(0, -1) } : play
}

function aimless(scenario: Scenario, play: Play): Play {
  if (hasReachedGoal(scenario, play)) return play
  const taps = play.now.aimless + 1
  const lost = play.now.lost || taps >= scenario['lost-after']
  return { ...play, now: { ...play.now, aimless: taps, lost } }
}

function aid(play: Play, kind: 'hint' | 'step', help: HelpLevel): Play {
  const shown = play.now.aid === 'step' ? 'step' : kind
  return { ...play, help, now: { ...play.now, aid: shown, lost: false } }
}

const isFresh = (scenario: Scenario, play: Play): boolean =>
  play.past.length === 0 && play.now.screen === scenario.start
