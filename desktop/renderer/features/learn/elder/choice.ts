import type { LucideIcon } from '@lucide/svelte'

/** One of the few things that a page of elder mode offers. */
export interface ElderChoice {
  readonly href: string
  readonly label: string
  /** A second line, smaller. */
  readonly note?: string | undefined
  readonly icon?: LucideIcon
}
