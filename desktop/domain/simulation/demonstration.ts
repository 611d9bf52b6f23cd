import { hasReachedGoal, nextControl, startPlay, step, type Action, type Play } from './player.ts'
import { waysOf, type Scenario, type Way } from './scenario.ts'

/** One step that is shown: the screen, what is touched there, and why. */
export interface DemoStep {
  readonly screen: string
  /** What is touched; none on the last screen. */
  readonly way?: Way
  /** The right way, a mistake made on purpose, or the way out of it. */
  readonly part: 'right' | 'mistake' | 'way-out'
}

/** Longer than any scenario's right way: a fault in a scenario must not run for ever. */
const most = 60

/**
 * The scenario played by itself: the shortest right way, and on it one mistake with its way out,
 * because seeing a mistake mended cuts later ones.
 */
export function demonstration(scenario: Scenario): DemoStep[] {
  const slip = chosenMistake(scenario)
  const steps: DemoStep[] = []
  let play = startPlay(scenario)
  let astray = false
  while (!hasReachedGoal(scenario, play) && steps.length < most) {
    const { screen } = play.now
    const mistaken = slip && slip.screen === screen && play.mistakes.length === 0
    const way = mistaken ? slip.way : nextControl(scenario, play)
    if (!way) break
    steps.push({ screen, way, part: mistaken ? 'mistake' : astray ? 'way-out' : 'right' })
    if (mistaken) astray = true
    play = step(scenario, play, touch(way))
    if (astray && onRightWay(scenario, play)) astray = false
  }
  return [...steps, { screen: play.now.screen, part: 'right' }]
}

/** The touch that follows a way. */
export const touch = (way: Way): Action => ({
  kind: 'tap',
  control: way.id,
  gesture: way.gesture,
  ...(way.expect === undefined ? {} : { words: way.expect }),
})

/** The mistake that the scenario names, else the first that the right way passes. */
function chosenMistake(scenario: Scenario): { screen: string; way: Way } | undefined {
  const slips = rightScreens(scenario).flatMap((screen) =>
    mistakesOf(scenario, screen).map((way) => ({ screen, way })),
  )
  const named = scenario['demo-mistake']
  return slips.find(({ way }) => way.mistake === named) ?? slips[0]
}

function mistakesOf(scenario: Scenario, name: string): Way[] {
  const screen = scenario.screens[name]
  return screen ? waysOf(screen).filter(({ mistake, to }) => mistake !== undefined && to) : []
}

/** The shortest right way, from the start to the goal, where nothing is touched any more. */
export function rightWay(scenario: Scenario): DemoStep[] {
  const steps: DemoStep[] = []
  let play: Play = startPlay(scenario)
  while (steps.length < most) {
    const { screen } = play.now
    const way = hasReachedGoal(scenario, play) ? undefined : nextControl(scenario, play)
    steps.push({ screen, part: 'right', ...(way && { way }) })
    if (!way) break
    play = step(scenario, play, touch(way))
  }
  return steps
}

const rightScreens = (scenario: Scenario): string[] =>
  rightWay(scenario).map(({ screen }) => screen)

const onRightWay = (scenario: Scenario, play: Play): boolean =>
  rightScreens(scenario).includes(play.now.screen)
