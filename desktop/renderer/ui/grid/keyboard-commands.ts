/** What a key asks of a grid besides moving. */
export type Command =
  | 'copy'
  | 'all'
  | 'row'
  | 'column'
  | 'find'
  | 'jump'
  | 'menu'
  | 'enter'
  | 'enter-more'
  | 'wider'
  | 'narrower'
  | 'escape'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Nothing where the key asks for none; `inHead`: whether the active cell is a heading. */
export function commandOf(event: Key, inHead: boolean): Command | undefined {
  const { key, shiftKey, altKey } = event
  const ctrl = event.ctrlKey || event.metaKey
  if ((key === 'F10' && shiftKey) || key === 'ContextMenu') return 'menu'
  if (key === 'ArrowDown' && altKey) return 'menu'
  if (altKey) return undefined
  if (ctrl) return withControl(key.toLowerCase(), shiftKey)
  if (inHead && shiftKey && key === 'ArrowRight') return 'wider'
  if (inHead && shiftKey && key === 'ArrowLeft') return 'narrower'
  if (key === 'Escape') return 'escape'
  if (key === ' ' && shiftKey) return 'row'
  if (key === 'Enter' || (key === ' ' && inHead)) return shiftKey ? 'enter-more' : 'enter'
  return undefined
}

function withControl(key: string, shift: boolean): Command | undefined {
  if (shift) return undefined
  const known = { c: 'copy', a: 'all', f: 'find', g: 'jump', ' ': 'column' } as const
  return Object.hasOwn(known, key) ? known[key as keyof typeof known] : undefined
}
