import { type Control, partsOf } from './controls.ts'
import type { Scenario, Screen } from './scenario.ts'

/** Every text that a learner meets in a scenario, and what it is. */

export type TextKind =
  | 'say'
  | 'hint'
  | 'title'
  | 'button'
  | 'icon'
  | 'item'
  /** A sentence on the phone's screen: a message, a bubble, a notice. */
  | 'passage'
  | 'label'
  | 'teach'

export interface ScenarioText {
  /** The place in the scenario's file, as a path of keys. */
  readonly path: readonly (string | number)[]
  readonly kind: TextKind
  readonly text: string
}

export function textsOf(scenario: Scenario): ScenarioText[] {
  const screens = Object.entries(scenario.screens).flatMap(([name, screen]) =>
    screenTexts(['screens', name], screen),
  )
  const mistakes = Object.entries(scenario.mistakes).map(([key, { teach }]) =>
    said(['mistakes', key, 'teach'], 'teach', teach),
  )
  return [said(['title', 'zh'], 'title', scenario.title.zh), ...screens, ...mistakes].flat()
}

type Path = ScenarioText['path']

const said = (path: Path, kind: TextKind, text: string | undefined): ScenarioText[] =>
  text === undefined ? [] : [{ path, kind, text }]

function screenTexts(place: Path, screen: Screen): ScenarioText[] {
  return [
    ...said([...place, 'title'], 'title', screen.title),
    ...said([...place, 'say'], 'say', screen.say),
    ...said([...place, 'hint'], 'hint', screen.hint),
    ...screen.show.flatMap((control, index) => controlTexts([...place, 'show', index], control)),
  ]
}

/** Kinds of the controls' own texts; what stands not here is a passage. */
const kindOfText: Partial<Record<Control['control'], TextKind>> = {
  button: 'button',
  icon: 'icon',
  item: 'item',
  switch: 'item',
  slide: 'item',
}

function controlTexts(place: Path, control: Control): ScenarioText[] {
  const own = Object.entries(control).flatMap(([key, value]) =>
    typeof value === 'string' && shown.has(key)
      ? said([...place, key], kindOf(control, key), value)
      : [],
  )
  const options = partsOf(control).filter((part) => part.id !== control.id)
  const list = control.control === 'camera' ? 'targets' : 'options'
  return [
    ...own,
    ...options.flatMap(({ text }, index) => said([...place, list, index, 'text'], 'button', text)),
  ]
}

/** Fields of controls that are read by the learner. */
const shown = new Set([
  ...['text', 'detail', 'from', 'name', 'number', 'label', 'value', 'app', 'title', 'heard'],
])

function kindOf(control: Control, key: string): TextKind {
  if (key !== 'text')
    return key === 'detail' || key === 'value' || key === 'heard' ? 'passage' : 'label'
  return kindOfText[control.control] ?? 'passage'
}
