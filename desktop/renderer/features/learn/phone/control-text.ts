import {
  type Control,
  type Screen,
  type Way,
  waysOf,
} from '../../../../domain/simulation/scenario.ts'

/** What is written on the control of that id, to speak of it. */
export function controlText(screen: Screen, id: string): string | undefined {
  for (const control of screen.show) {
    if (control.id === id) return ownText(control)
    const option =
      control.control === 'input' ? control.options.find((each) => each.id === id) : undefined
    if (option) return option.text
  }
  return undefined
}

function ownText(control: Control): string {
  switch (control.control) {
    case 'payee':
      return control.name
    case 'input':
      return control.label
    case 'message':
      return control.from
    default:
      return control.text
  }
}

/** Whether a tap on the control leads somewhere. */
export const leads = (screen: Screen, id: string): boolean =>
  waysOf(screen).some((way: Way) => way.id === id)
