import { zh } from '../../../app/i18n.svelte.ts'
import type { MenuItem } from '../../../ui/menu-item.ts'
import type { FieldInfo } from '../fields.ts'

/** Columns to choose from, by what people call them. */
export function fieldItems(
  fields: readonly FieldInfo[],
  choose: (column: string) => void,
): MenuItem[] {
  return fields.map(({ name, title }) => ({
    label: zh(title),
    ...(title === name ? {} : { hint: name }),
    onselect: () => choose(name),
  }))
}

/** The same for a list to select from. */
export function fieldOptions(fields: readonly FieldInfo[]): { value: string; label: string }[] {
  return fields.map(({ name, title }) => ({
    value: name,
    label: zh(title === name ? name : `${title}（${name}）`),
  }))
}
