import type { MenuItem } from './menu-item.ts'

/**
 * The items, each with a key of what it says: where a list grows while it is open, none becomes
 * another under the pointer that is about to press it. Equal ones are told apart by their number.
 */
export function keyed(items: readonly MenuItem[]): { item: MenuItem; key: string }[] {
  const said = items.map(({ label, hint }) => JSON.stringify([label, hint]))
  return items.map((item, at) => {
    const nth = said.slice(0, at).filter((one) => one === said[at]).length
    return { item, key: `${said[at] ?? ''} ${nth}` }
  })
}
