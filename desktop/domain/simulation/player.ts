import type { Gesture } from './controls.ts'
import { onwardFrom } from './routes.ts'
import { idsOf, waysOf, type Scenario, type Screen, type Way } from './scenario.ts'

/** What an aimless tap met: nothing, a thing not needed now, or one that wants another touch. */
export type Nudge = 'beside' | 'not-now' | 'hold' | 'slide' | 'other-words'

/** Where the practice phone stands now. */
export interface Moment {
  readonly screen: string
  /** Taps in a row that led nowhere. */
  readonly aimless: number
  /** What the last of them met. */
  readonly nudge?: Nudge | undefined
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
  /** How often each screen was come to; who comes again and again goes round in circles. */
  readonly arrivals: Readonly<Record<string, number>>
  /** Keys of the mistakes made, in their order. */
  readonly mistakes: readonly string[]
  readonly help: HelpLevel
}

export type Action =
  | {
      readonly kind: 'tap'
      /** A control's id; null for a tap beside every control. */
      readonly control: string | null
      readonly gesture?: Gesture | undefined
      /** What was typed or said. */
      readonly words?: string | undefined
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'restart' }
  /** “I am lost.” */
  | { readonly kind: 'lost' }
  | { readonly kind: 'hint' }
  | { readonly kind: 'show-me' }

/** Come to so often in one run, a screen is part of a circle. */
const circle = 3

const arrived = (screen: string): Moment => ({ screen, aimless: 0, lost: false, aid: 'none' })

export function startPlay(scenario: Scenario): Play {
  const now = arrived(scenario.start)
  return { now, past: [], arrivals: { [now.screen]: 1 }, mistakes: [], help: 'alone' }
}

/** A play that stands on a screen from the first, for authors who look at it. */
export function playAt(scenario: Scenario, screen: string): Play {
  const play = startPlay(scenario)
  return scenario.screens[screen] ? { ...play, now: arrived(screen) } : play
}

/**
 * The play after its author changed the scenario: where the learner stands, if that screen is still
 * there, else from the start. What was learnt of the learner stays.
 */
export function carryOn(scenario: Scenario, play: Play): Play {
  const known = ({ screen }: Moment) => scenario.screens[screen] !== undefined
  const mistakes = play.mistakes.filter((key) => scenario.mistakes[key])
  if (!known(play.now)) return { ...startPlay(scenario), mistakes, help: play.help }
  return { ...play, mistakes, past: play.past.filter(known) }
}

/** The play after an action. Never leaves the scenario's screens; never throws. */
export function step(scenario: Scenario, play: Play, action: Action): Play {
  switch (action.kind) {
    case 'tap':
      return tap(scenario, play, action)
    case 'undo':
      return undo(play)
    case 'restart':
      return isFresh(scenario, play) ? play : restart(scenario, play)
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
export function nextControl(scenario: Scenario, play: Play): Way | undefined {
  const last = play.past.at(-1)
  return onwardFrom(scenario, play.now.screen, last?.screen)
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

type Tap = Extract<Action, { kind: 'tap' }>

function tap(scenario: Scenario, play: Play, action: Tap): Play {
  const screen = scenario.screens[play.now.screen]
  if (!screen) return play
  const way = waysOf(screen).find(({ id }) => id === action.control)
  const nudge = way ? wrongTouch(way, action) : missed(screen, action.control)
  if (!way || nudge) return aimless(scenario, play, nudge ?? 'beside')
  const noted = way.mistake === undefined ? play : withMistake(play, way.mistake)
  return follow(scenario, noted, way)
}

/** What is wrong with how a way was touched: a short tap on what wants to be held, other words. */
function wrongTouch(way: Way, { gesture = 'tap', words }: Tap): Nudge | undefined {
  if (way.expect !== undefined) return words === way.expect ? undefined : 'other-words'
  if (way.gesture === gesture) return undefined
  // held where a tap was enough is a tap
  return way.gesture === 'hold' || way.gesture === 'slide' ? way.gesture : undefined
}

const missed = (screen: Screen, control: string | null): Nudge =>
  control !== null && idsOf(screen).includes(control) ? 'not-now' : 'beside'

function follow(scenario: Scenario, play: Play, way: Way): Play {
  if (way.undo && play.past.length > 0) return undo(play)
  return way.to === undefined ? play : goTo(scenario, play, way.to)
}

function withMistake(play: Play, mistake: string): Play {
  return { ...play, mistakes: [...play.mistakes, mistake] }
}

function goTo(scenario: Scenario, play: Play, screen: string): Play {
  const times = (play.arrivals[screen] ?? 0) + 1
  const lost = times >= circle && screen !== scenario.goal
  return {
    ...play,
    now: { ...arrived(screen), lost },
    past: [...play.past, play.now],
    arrivals: { ...play.arrivals, [screen]: times },
  }
}

const restart = (scenario: Scenario, play: Play): Play =>
  goTo(scenario, { ...play, arrivals: {} }, scenario.start)

function undo(play: Play): Play {
  const now = play.past.at(-1)
  return now ? { ...play, now: { ...now, nudge: undefined }, past: play.past.slice(0, -1) } : play
}

function aimless(scenario: Scenario, play: Play, nudge: Nudge): Play {
  if (hasReachedGoal(scenario, play)) return play
  const taps = play.now.aimless + 1
  const lost = play.now.lost || taps >= scenario['lost-after']
  return { ...play, now: { ...play.now, aimless: taps, nudge, lost } }
}

function aid(play: Play, kind: 'hint' | 'step', help: HelpLevel): Play {
  const shown = play.now.aid === 'step' ? 'step' : kind
  return { ...play, help, now: { ...play.now, aid: shown, lost: false, nudge: undefined } }
}

const isFresh = (scenario: Scenario, play: Play): boolean =>
  play.past.length === 0 && play.now.screen === scenario.start
