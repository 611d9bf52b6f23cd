import type { AskLeaving } from '../ui/grid/grid-table.ts'
import type { AppClient } from './connection.ts'

/** Asks the host whether rows of datasets may be copied. */
export function rowsLeaving(client: AppClient, datasets: () => readonly string[]): AskLeaving {
  return async (signal) => {
    await client.call('disclosure.rows', { datasets: [...datasets()] }, { signal })
    return { kind: 'open' }
  }
}
