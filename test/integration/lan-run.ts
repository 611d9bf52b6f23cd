import type { Action } from '../../desktop/domain/simulation/player.ts'
import {
  hasReachedGoal,
  nextControl,
  startPlay,
  step,
} from '../../desktop/domain/simulation/player.ts'
import { touch } from '../../desktop/domain/simulation/demonstration.ts'
import type { Scenario } from '../../desktop/domain/simulation/scenario.ts'

/** The touches of the right way through a scenario, all or the first ones of it. */
export function rightWay(scenario: Scenario, most = Infinity): Action[] {
  const actions: Action[] = []
  let play = startPlay(scenario)
  while (!hasReachedGoal(scenario, play) && actions.length < Math.min(most, 100)) {
    const way = nextControl(scenario, play)
    if (!way) break
    const action = touch(way)
    actions.push(action)
    play = step(scenario, play, action)
  }
  return actions
}
