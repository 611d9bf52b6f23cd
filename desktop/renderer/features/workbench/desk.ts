import { createContext } from 'svelte'
import type { SvelteSet } from 'svelte/reactivity'
import type { Charts } from './charts/charts.svelte.ts'
import type { OpenNotebook } from './open-notebook.svelte.ts'
import type { Origins } from './origins.svelte.ts'

/** What every part of an open notebook's page works with. */
export interface Desk {
  readonly book: OpenNotebook
  readonly charts: Charts
  readonly origins: Origins
  /** Names of the cells whose settings are being edited in a form. */
  readonly forms: SvelteSet<string>
  /** Whether it is only read: nothing of the notebook itself is changed. */
  readonly reading: boolean
}

export const [useDesk, provideDesk] = createContext<Desk>()
