import type { GridTable } from '../../ui/grid/grid-table.ts'
import type { AppClient } from '../../rpc/connection.ts'

/**
 * How a grid reads, searches and summarises the table of a cell; ask anew for each table. `first` is
 * its first page, where that is here.
 */
export function cellTable(
  client: AppClient,
  session: string,
  relation: string,
  first: Uint8Array | undefined,
): Pick<GridTable, 'page' | 'first' | 'find' | 'summaries'> {
  const cell = { session, relation }
  return {
    first,
    async page(offset, limit, sort, signal, filters) {
      const input = { ...cell, offset, limit, sort, filters }
      return (await client.call('session.page', input, { signal })).bytes
    },
    find: (question, view, signal) =>
      client.call('session.find', { ...cell, ...question, ...view }, { signal }),
    summaries: {
      summary: (signal) => client.call('session.summary', cell, { signal }),
      remaining: (filters, signal) =>
        client.call('session.remaining', { ...cell, filters }, { signal }),
    },
  }
}
