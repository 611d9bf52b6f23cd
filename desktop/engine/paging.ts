import { ZhizhiError } from '../contract/errors.ts'
import type { Relation, Sort } from '../contract/table.ts'
import { encodeResult } from './arrow/encode.ts'
import { qualified } from './names.ts'
import { sortKey } from './orders.ts'
import type { Known } from './relations.ts'
import { hasColumn, type RowRange, rowRange } from './row-range.ts'
import type { Workbench } from './workbench.ts'

interface Page {
  readonly relation: Relation
  readonly offset: number
  readonly limit: number
  readonly sort: readonly Sort[]
}

/** One page of a table as an Arrow IPC stream. */
export async function page(
  bench: Workbench,
  { relation, offset, limit, sort }: Page,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = bench.known(relation)
  for (const { column } of sort) {
    if (!hasColumn(known.columns, column))
      throw new ZhizhiError('not_found', { what: `列 ${column}` })
  }
  const sql = await pageSql(bench, known, { from: offset, to: offset + limit }, sort)
  return bench.lanes.pages.run(signal, 'main', async (connection) =>
    encodeResult(await connection.run(sql)),
  )
}

async function pageSql(
  bench: Workbench,
  known: Known,
  rows: RowRange,
  sort: readonly Sort[],
): Promise<string> {
  const table = qualified(known.relation)
  if (sort.length === 0) return `FROM ${table} ${rowRange(known.columns, rows)}`
  if (!hasColumn(known.columns, 'rowid')) {
    return sortedPage(known, rows, await bench.orders.table(known, sort))
  }
  const order = sort.map(sortKey).join(', ')
  return `FROM ${table} ORDER BY ${order} LIMIT ${rows.to - rows.from} OFFSET ${rows.from}`
}

function sortedPage({ relation }: Known, { from, to }: RowRange, order: string): string {
  return `SELECT t.*
    FROM (SELECT r, rowid AS place FROM ${order} WHERE rowid >= ${from} AND rowid < ${to}) o
    JOIN ${qualified(relation)} t ON t.rowid = o.r
    ORDER BY o.place`
}
