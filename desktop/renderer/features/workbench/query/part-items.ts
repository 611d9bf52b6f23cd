import type { MenuItem } from '../../../ui/menu-item.ts'
import { t } from './messages.ts'
import type { QueryEditor } from './query-editor.svelte.ts'

type List = 'where' | 'group' | 'measure' | 'calculate' | 'join'

/** What can be done with a part of a step. */
export function partItems(
  editor: QueryEditor,
  list: List,
  index: number,
  onchange?: () => void,
): MenuItem[] {
  const last = editor.query[list].length - 1
  const move = (direction: -1 | 1) => {
    const parts: unknown[] = [...editor.query[list]]
    const [part] = parts.splice(index, 1)
    parts.splice(index + direction, 0, part)
    editor.change({ [list]: parts })
  }
  return [
    ...(onchange ? [{ label: t.change, onselect: onchange }] : []),
    ...(last > 0
      ? [
          { label: t.forward, disabled: index === 0, onselect: () => move(-1) },
          { label: t.backward, disabled: index === last, onselect: () => move(1) },
        ]
      : []),
    { label: t.remove, onselect: () => editor.put(list, index, undefined) },
  ]
}
