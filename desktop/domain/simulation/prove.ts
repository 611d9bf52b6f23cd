import { distancesToGoal, edgesOf, reachableScreens } from './routes.ts'
import { partsOf } from './controls.ts'
import { wordFaults } from './prove-words.ts'
import { idsOf, waysOf, type Fault, type Scenario, type Screen } from './scenario.ts'
import { typingFault } from './typing-fields.ts'

/** More than this is too much to choose from on one screen. */
const mostWays = 3

export interface ScenarioProof {
  /** Screens that can be reached. */
  readonly states: number
  readonly faults: readonly Fault[]
}

/** Proves that whoever plays can always get to the goal, and that every screen is fit to be played. */
export function proveScenario(scenario: Scenario): ScenarioProof {
  const broken = referenceFaults(scenario)
  if (broken.length > 0) return { states: 0, faults: broken }
  const reachable = reachableScreens(scenario)
  const faults = [
    ...reachable.flatMap((name) => wayFaults(scenario, name)),
    ...Object.keys(scenario.screens)
      .filter((name) => !reachable.includes(name))
      .map((name) => fault(['screens', name], `屏幕“${name}”从开头走不到`)),
    ...Object.entries(scenario.screens).flatMap(([name, screen]) => screenFaults(name, screen)),
    ...Object.entries(scenario.screens).flatMap(([name, screen]) => controlFaults(name, screen)),
    ...wordFaults(scenario),
    ...undoFaults(scenario),
    ...mistakeFaults(scenario),
  ]
  return { states: reachable.length, faults }
}

const fault = (path: Fault['path'], problem: string): Fault => ({ path, problem })

function referenceFaults(scenario: Scenario): Fault[] {
  const exists = (name: string) => scenario.screens[name] !== undefined
  const ends = (['start', 'goal'] as const)
    .filter((key) => !exists(scenario[key]))
    .map((key) => fault([key], `没有名为“${scenario[key]}”的屏幕`))
  const targets = Object.entries(scenario.screens).flatMap(([name, screen]) =>
    waysOf(screen)
      .flatMap((way) => way.to ?? [])
      .filter((to) => !exists(to))
      .map((to) => fault(['screens', name], `屏幕“${name}”通向“${to}”，但没有这个屏幕`)),
  )
  return [...ends, ...targets]
}

function wayFaults(scenario: Scenario, name: string): Fault[] {
  if (name === scenario.goal) return []
  const place = ['screens', name]
  const screen = scenario.screens[name]
  if (!screen || waysOf(screen).length === 0) {
    return [fault(place, `屏幕“${name}”是死路：没有可以点的控件`)]
  }
  if (!distancesToGoal(scenario, true).has(name)) {
    return [fault(place, `从屏幕“${name}”不犯错就走不到目标“${scenario.goal}”`)]
  }
  return []
}

function screenFaults(name: string, screen: Screen): Fault[] {
  const faults: Fault[] = []
  const place = ['screens', name]
  const ways = waysOf(screen).length
  if (ways > mostWays) {
    faults.push(fault([...place, 'show'], `屏幕“${name}”有 ${ways} 处可点，至多 ${mostWays} 处`))
  }
  const ids = idsOf(screen)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) {
    faults.push(fault([...place, 'show'], `屏幕“${name}”的 id “${twice}” 用了两次`))
  }
  const looked = screen['look-at']
  if (looked !== undefined && !ids.includes(looked)) {
    faults.push(fault([...place, 'look-at'], `屏幕“${name}”没有 id 为“${looked}”的控件`))
  }
  return faults
}

/** Words that cannot be entered, and ways that lie behind a dialog. */
function controlFaults(name: string, screen: Screen): Fault[] {
  const open = waysOf(screen).map(({ id }) => id)
  return screen.show.flatMap((control, index) => {
    const place = ['screens', name, 'show', index]
    const typing = control.control === 'type' ? typingFault(control) : undefined
    const hidden = partsOf(control).some(
      (part) => (part.to ?? part.undo) && !open.includes(part.id),
    )
    return [
      ...(typing === undefined ? [] : [fault(place, `“${control.id}”：${typing}`)]),
      ...(hidden ? [fault(place, `“${control.id}”在弹窗后面，点不到`)] : []),
    ]
  })
}

/** A control that takes a step back must say the truth about where that leads. */
function undoFaults(scenario: Scenario): Fault[] {
  return edgesOf(scenario)
    .filter(({ way, to }) => way.undo && way.to !== undefined && way.to !== to)
    .map(({ from, to, way }) => {
      const problem = `屏幕“${from}”的“${way.id}”说回到“${way.to ?? ''}”，但也可能从“${to}”来`
      return fault(['screens', from], problem)
    })
}

function mistakeFaults(scenario: Scenario): Fault[] {
  const made = Object.entries(scenario.screens).flatMap(([name, screen]) =>
    waysOf(screen).flatMap((way) =>
      way.mistake === undefined ? [] : [{ name, key: way.mistake }],
    ),
  )
  const unknown = made
    .filter(({ key }) => scenario.mistakes[key] === undefined)
    .map(({ name, key }) => fault(['screens', name], `mistakes 里没有“${key}”`))
  const unused = Object.keys(scenario.mistakes)
    .filter((key) => !made.some((mistake) => mistake.key === key))
    .map((key) => fault(['mistakes', key], `没有哪个控件会犯“${key}”这个错`))
  return [...unknown, ...unused]
}
