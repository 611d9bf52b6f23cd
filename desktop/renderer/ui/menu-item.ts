import type { LucideIcon } from '@lucide/svelte'

/** Something that a menu offers to do. */
export interface MenuItem {
  readonly label: string
  /** A second line: what it is good for. */
  readonly hint?: string
  readonly icon?: LucideIcon
  readonly disabled?: boolean
  /** The heading that it stands under; items of one group follow one another. */
  readonly group?: string
  readonly onselect: () => void
}
