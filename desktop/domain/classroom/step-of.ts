import { distancesToGoal } from '../simulation/routes.ts'
import type { Scenario } from '../simulation/scenario.ts'

/** Which step of the shortest right way a screen is, from 1; nothing beside that way. */
export function stepOf(scenario: Scenario, screen: string): number | undefined {
  const distances = distancesToGoal(scenario, true)
  const [all, left] = [distances.get(scenario.start), distances.get(screen)]
  return all === undefined || left === undefined || left > all ? undefined : all - left + 1
}
