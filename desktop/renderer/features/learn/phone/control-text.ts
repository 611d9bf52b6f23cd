import { nameOf, partsOf } from '../../../../domain/simulation/controls.ts'
import { type Screen, waysOf } from '../../../../domain/simulation/scenario.ts'

/** What is written on the control of that id, to speak of it; the phone's own keys are not among them. */
export function controlText(screen: Screen, id: string): string | undefined {
  for (const control of screen.show) {
    const part = partsOf(control).find((each) => each.id === id)
    if (part) return part.text
    if (control.id === id) return nameOf(control)
  }
  return undefined
}

/** Whether a tap on the control leads somewhere. */
export const leads = (screen: Screen, id: string): boolean =>
  waysOf(screen).some((way) => way.id === id)

/** Whether a line of the screen's list leads somewhere. */
export const hasList = (screen: Screen): boolean =>
  screen.show.some(({ control, id }) => control === 'item' && leads(screen, id))
