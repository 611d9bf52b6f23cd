import type { Value } from '../../../domain/notebook/input.ts'
import { title } from '../../app/i18n.svelte.ts'
import type { AppClient } from '../../rpc/connection.ts'
import type { AskLeaving } from '../../ui/grid/grid-table.ts'

interface Asked {
  readonly source: string
  readonly values: Readonly<Record<string, Value>>
  readonly cell: string
}

/** Asks the host in what form a cell's table may be copied. */
export function cellLeaving(client: AppClient, asked: () => Asked): AskLeaving {
  return async (signal) => {
    const { values, ...rest } = asked()
    const input = { ...rest, values: { ...values } }
    const found = await client.call('disclosure.cell', input, { signal })
    if (found.kind === 'open') return found
    return { kind: 'table', bytes: found.bytes, note: found.note ? title(found.note) : '' }
  }
}
