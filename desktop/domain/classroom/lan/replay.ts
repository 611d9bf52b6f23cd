import {
  type Action,
  hasReachedGoal,
  type HelpLevel,
  type Play,
  startPlay,
  step,
} from '../../simulation/player.ts'
import { homeKey, idsOf, type Scenario } from '../../simulation/scenario.ts'

/** What a run amounts to, as the learner's record keeps it. */
interface Replayed {
  readonly reached: boolean
  readonly help: HelpLevel
  readonly mistakes: readonly string[]
}

/**
 * A run of which only the touches are told, played again; it ends where the goal is reached. Nothing
 * where it is no run: it touches what the scenario does not have, or never leaves the first screen.
 */
export function replay(scenario: Scenario, actions: readonly Action[]): Replayed | undefined {
  const known = new Set(Object.values(scenario.screens).flatMap(idsOf)).add(homeKey)
  if (actions.some((action) => !isOf(known, action))) return undefined
  let play = startPlay(scenario)
  for (const action of actions) {
    if (hasReachedGoal(scenario, play)) break
    play = step(scenario, play, action)
  }
  if (!hasMoved(play)) return undefined
  return { reached: hasReachedGoal(scenario, play), help: play.help, mistakes: play.mistakes }
}

function isOf(known: ReadonlySet<string>, action: Action): boolean {
  return action.kind !== 'tap' || action.control === null || known.has(action.control)
}

const hasMoved = ({ arrivals }: Play): boolean =>
  Object.values(arrivals).reduce((sum, times) => sum + times, 0) > 1
