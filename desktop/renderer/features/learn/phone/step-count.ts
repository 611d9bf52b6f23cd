import { stepsFromStart } from '../../../../domain/simulation/player.ts'
import { distancesToGoal, edgesOf } from '../../../../domain/simulation/routes.ts'
import type { Scenario } from '../../../../domain/simulation/scenario.ts'

/** Where a screen lies on the way to the goal. */
export interface StepCount {
  /** 1 for the first; `of + 1` at the goal, where every step is done. */
  readonly at: number
  /** Steps of the shortest right way from the start. */
  readonly of: number
  /** The screen is only come to by a mistake. */
  readonly astray: boolean
}

/**
 * Counts by what is left to the goal, not by taps made: a step back takes the number back, a way
 * round does not make it grow.
 */
export function stepCount(scenario: Scenario, screen: string): StepCount {
  const of = Math.max(1, stepsFromStart(scenario))
  const left = distancesToGoal(scenario, true).get(screen) ?? of
  const astray = !onRightWays(scenario).has(screen)
  // the tap that leads back from a wrong turn is no step of the way
  const at = of - left + (astray ? 2 : 1)
  return { at: Math.min(Math.max(1, at), of + 1), of, astray }
}

/** Screens that can be come to from the start without a mistake. */
function onRightWays(scenario: Scenario): Set<string> {
  const right = edgesOf(scenario).filter(({ way }) => way.mistake === undefined && !way.undo)
  const found = new Set([scenario.start])
  for (const screen of found) {
    for (const edge of right) if (edge.from === screen) found.add(edge.to)
  }
  return found
}
