import Check from '@lucide/svelte/icons/check'
import Equal from '@lucide/svelte/icons/equal'
import Pencil from '@lucide/svelte/icons/pencil'
import Search from '@lucide/svelte/icons/search'
import X from '@lucide/svelte/icons/x'

/** A sign for each thing that may be said of a place; its words are read aloud beside it. */
export const icons = { found: Check, value: Pencil, missed: Search, false: X, same: Equal } as const
