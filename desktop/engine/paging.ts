import { ZhizhiError } from '../contract/errors.ts'
import type { ColumnFilter, Relation, Sort } from '../contract/table.ts'
import { encodeResult } from './arrow/encode.ts'
import { type Left, sortKey } from './orders.ts'
import type { Known } from './relations.ts'
import { hasColumn, type RowRange, rowRange } from './row-range.ts'
import { conditionsOf, where } from './summary/conditions.ts'
import { portraitsOf } from './summary/portrait.ts'
import type { Workbench } from './workbench.ts'

interface Page {
  readonly relation: Relation
  readonly offset: number
  readonly limit: number
  readonly sort: readonly Sort[]
  readonly filters?: readonly ColumnFilter[] | undefined
}

/** One page of a table, or of what filters leave of it, as an Arrow IPC stream. */
export async function page(
  bench: Workbench,
  { relation, offset, limit, sort, filters = [] }: Page,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = bench.known(relation)
  for (const { column } of sort) {
    if (!hasColumn(known.columns, column))
      throw new ZhizhiError('not_found', { what: `列 ${column}` })
  }
  const send = (sql: string) =>
    bench.lanes.pages.run(signal, 'main', async (connection) =>
      encodeResult(await connection.run(sql)),
    )
  const view = { known, rows: { from: offset, to: offset + limit }, sort }
  if (filters.length === 0) return send(await pageSql(bench, view))
  const portraits = await portraitsOf(bench, known, signal)
  const condition = where(conditionsOf(portraits, filters))
  return bench.codes.use(known, portraits, async (table) =>
    send(await pageSql(bench, view, { table, condition })),
  )
}

interface View {
  readonly known: Known
  readonly rows: RowRange
  readonly sort: readonly Sort[]
}

async function pageSql(bench: Workbench, view: View, left?: Left): Promise<string> {
  const { known, rows, sort } = view
  if (sort.length === 0 && !left) {
    return `FROM ${known.source} ${rowRange(known.columns, rows)}`
  }
  if (hasColumn(known.columns, 'rowid')) return scannedPage(view, left)
  return permutedPage(known, rows, await bench.orders.table(known, sort, left))
}

/** Where a column of the user's hides the row ids, every page goes through the whole table. */
function scannedPage({ known, rows: { from, to }, sort }: View, left: Left | undefined): string {
  const codes = left ? `POSITIONAL JOIN ${left.table} WHERE ${left.condition}` : ''
  const order = sort.length > 0 ? `ORDER BY ${sort.map(sortKey).join(', ')}` : ''
  return `SELECT t.* FROM ${known.source} t ${codes} ${order}
    LIMIT ${to - from} OFFSET ${from}`
}

function permutedPage({ source }: Known, { from, to }: RowRange, order: string): string {
  return `SELECT t.*
    FROM (SELECT r, rowid AS place FROM ${order} WHERE rowid >= ${from} AND rowid < ${to}) o
    JOIN ${source} t ON t.rowid = o.r
    ORDER BY o.place`
}
