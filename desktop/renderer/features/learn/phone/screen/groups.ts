import type { Control } from '../../../../../domain/simulation/controls.ts'

/** Controls that stand together: icons beside each other make a grid. */
export interface Group {
  readonly icons: boolean
  readonly controls: readonly Control[]
}

export function groupsOf(controls: readonly Control[]): Group[] {
  return controls.reduce<Group[]>((groups, control) => {
    const icons = control.control === 'icon'
    const last = groups.at(-1)
    if (last?.icons !== icons) return [...groups, { icons, controls: [control] }]
    return [...groups.slice(0, -1), { icons, controls: [...last.controls, control] }]
  }, [])
}
