import { waysOf, type Scenario, type Way } from './scenario.ts'

/** A tap that leads from one screen to another. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly way: Way
}

/** Every tap of the scenario; an undo leads to wherever one may have come from. */
export function edgesOf(scenario: Scenario): Edge[] {
  const screens = Object.entries(scenario.screens)
  const forward = screens.flatMap(([from, screen]) =>
    waysOf(screen).flatMap((way) =>
      way.to !== undefined && !way.undo ? [{ from, to: way.to, way }] : [],
    ),
  )
  const back = screens.flatMap(([from, screen]) =>
    waysOf(screen)
      .filter((way) => way.undo)
      .flatMap((way) => {
        const origins = forward.filter((edge) => edge.to === from).map((edge) => edge.from)
        return [...new Set(origins)].map((to) => ({ from, to, way }))
      }),
  )
  return [...forward, ...back]
}

/** Screens that can be reached from the start, in the order they are met. */
export function reachableScreens(scenario: Scenario): string[] {
  const edges = edgesOf(scenario)
  const found = new Set([scenario.start])
  for (const screen of found) {
    for (const edge of edges) if (edge.from === screen) found.add(edge.to)
  }
  return [...found]
}

/**
 * For every screen that leads to the goal, how many taps away it is. With `right`, only over taps
 * that are no mistakes.
 */
export function distancesToGoal(scenario: Scenario, right: boolean): Map<string, number> {
  const edges = edgesOf(scenario).filter(({ way }) => !right || way.mistake === undefined)
  const distances = new Map([[scenario.goal, 0]])
  for (const [screen, distance] of distances) {
    for (const edge of edges) {
      if (edge.to === screen && !distances.has(edge.from)) distances.set(edge.from, distance + 1)
    }
  }
  return distances
}

/** The tap on the shortest right way from a screen; an undo counts from where one really came. */
export function onwardFrom(
  scenario: Scenario,
  screen: string,
  cameFrom: string | undefined,
): Way | undefined {
  const distances = distancesToGoal(scenario, true)
  const usable = edgesOf(scenario).filter(
    (edge) =>
      edge.from === screen &&
      edge.way.mistake === undefined &&
      distances.has(edge.to) &&
      (!edge.way.undo || edge.to === cameFrom),
  )
  const distance = (edge: Edge) => distances.get(edge.to) ?? Infinity
  return usable.toSorted((one, other) => distance(one) - distance(other))[0]?.way
}
