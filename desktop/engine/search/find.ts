import { ZhizhiError } from '../../contract/errors.ts'
import type { ColumnFilter, Found, FindQuestion, Relation, Sort } from '../../contract/table.ts'
import { type Left, sortKey } from '../orders.ts'
import type { Known } from '../relations.ts'
import { hasColumn } from '../row-range.ts'
import { conditionsOf, where } from '../summary/conditions.ts'
import { portraitsOf } from '../summary/portrait.ts'
import { textRows } from '../text-rows.ts'
import type { Workbench } from '../workbench.ts'
import { matchSql } from './match.ts'

interface Question extends FindQuestion {
  readonly relation: Relation
  readonly sort: readonly Sort[]
  readonly filters?: readonly ColumnFilter[] | undefined
}

/**
 * The next row, or the one before, that holds the text, in the table as it is sorted and filtered;
 * after the last comes the first. `not_found` where a column of the order is not there.
 */
export async function find(
  bench: Workbench,
  question: Question,
  signal: AbortSignal,
): Promise<Found> {
  const { relation, sort, filters = [] } = question
  const known = bench.known(relation)
  for (const { column } of sort) {
    if (!hasColumn(known.columns, column))
      throw new ZhizhiError('not_found', { what: `列 ${column}` })
  }
  if (filters.length === 0) return look(bench, known, question, signal)
  const portraits = await portraitsOf(bench, known, signal)
  const condition = where(conditionsOf(portraits, filters))
  return bench.codes.use(known, portraits, (table) =>
    look(bench, known, question, signal, { table, condition }),
  )
}

async function look(
  bench: Workbench,
  known: Known,
  { text, sort, from, direction }: Question,
  signal: AbortSignal,
  left?: Left,
): Promise<Found> {
  const key = JSON.stringify([text, sort, left?.condition])
  const view = await viewSql(bench, known, sort, left)
  const sql = `SELECT place, matched FROM (
    SELECT ${view.place} AS place, ${matchSql(known.columns, text)}::INTEGER AS matched FROM ${view.from}
  ) WHERE matched IS NOT NULL ORDER BY place`
  return bench.matches.use({ known, key, sql }, signal, (table) =>
    bench.lanes.pages.run(signal, 'main', async (connection) => {
      const [row = []] = await textRows(await connection.run(nextSql(table, from, direction)))
      const [count, place, matched, before] = row
      if (!place) return { count: 0, match: null }
      const match = { row: Number(place), column: Number(matched), nth: Number(before) + 1 }
      return { count: Number(count), match }
    }),
  )
}

interface View {
  /** The row's number as it is seen, from 0. */
  readonly place: string
  /** The table, as `t`, and what tells the place. */
  readonly from: string
}

async function viewSql(
  bench: Workbench,
  known: Known,
  sort: readonly Sort[],
  left: Left | undefined,
): Promise<View> {
  const table = `${known.source} t`
  if (hasColumn(known.columns, 'rowid')) {
    const order = sort.length > 0 ? `ORDER BY ${sort.map(sortKey).join(', ')}` : ''
    const codes = left ? `POSITIONAL JOIN ${left.table} WHERE ${left.condition}` : ''
    return { place: `row_number() OVER (${order}) - 1`, from: `${table} ${codes}` }
  }
  if (sort.length === 0 && !left) return { place: 't.rowid', from: table }
  const permutation = await bench.orders.table(known, sort, left)
  return { place: 'o.rowid', from: `${permutation} o JOIN ${table} ON t.rowid = o.r` }
}

/** How many matches there are, and the nearest in the direction; else the one at the other end. */
function nextSql(table: string, from: number, direction: FindQuestion['direction']): string {
  const nearest =
    direction === 'next'
      ? `coalesce(min(place) FILTER (place > ${from}), min(place))`
      : `coalesce(max(place) FILTER (place < ${from}), max(place))`
  return `SELECT n, place, matched, (SELECT count(*) FROM ${table} WHERE place < found)
    FROM (SELECT count(*) AS n, ${nearest} AS found FROM ${table}) JOIN ${table} ON place = found`
}
