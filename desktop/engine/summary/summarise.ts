import type { DuckDBConnection } from '@duckdb/node-api'
import type { Column, ColumnSummary, Relation } from '../../contract/table.ts'
import { qualified, quote } from '../names.ts'
import type { Known } from '../relations.ts'
import { textRows } from '../text-rows.ts'
import type { Workbench } from '../workbench.ts'
import { binsBetween } from './bins.ts'
import { type Measure, measureOf, scaled } from './measure.ts'

const TOP = 10
/** Longer values are cut in the list of the most frequent ones, and in minimum and maximum. */
const LONGEST = 200

type Row = readonly (string | null)[]

/** What each column of a table holds: one scan for all, then one per column. */
export async function summarise(
  bench: Workbench,
  relation: Relation,
  signal: AbortSignal,
): Promise<ColumnSummary[]> {
  const known = bench.known(relation)
  return bench.lanes.pages.run(signal, 'main', async (connection) => {
    const rough = await roughly(connection, known)
    const summaries: ColumnSummary[] = []
    for (const [index, column] of known.columns.entries()) {
      signal.throwIfAborted()
      summaries.push(await closely(connection, known, column, rough[index] ?? []))
    }
    return summaries
  })
}

/** Per column: nulls, distinct values, minimum, maximum, and both again on the scale of its bins. */
async function roughly(connection: DuckDBConnection, { relation, columns }: Known): Promise<Row[]> {
  const parts = columns.map(({ name, type }) => {
    const column = quote(name)
    const measure = measureOf(type)
    const scale = scaled(column, measure)
    const shown = (value: string) =>
      measure === 'none' || isNested(type) ? 'NULL' : `left(${value}::VARCHAR, ${LONGEST})`
    return `[(count(*) - count(${column}))::VARCHAR, approx_count_distinct(${column})::VARCHAR,
      ${shown(`min(${column})`)}, ${shown(`max(${column})`)},
      min(${scale})::VARCHAR, max(${scale})::VARCHAR]`
  })
  const result = await connection.run(`SELECT [${parts.join(', ')}] FROM ${qualified(relation)}`)
  const [row] = await result.getRowsJS()
  return (row?.[0] ?? []) as unknown as Row[]
}

const isNested = (type: string) =>
  type.endsWith(']') || ['STRUCT(', 'MAP(', 'UNION('].some((begin) => type.startsWith(begin))

async function closely(
  connection: DuckDBConnection,
  { relation, rows }: Known,
  { name, type }: Column,
  rough: Row,
): Promise<ColumnSummary> {
  const [nulls, distinct, min = null, max = null, low, high] = rough
  const measure = measureOf(type)
  const from = { table: qualified(relation), column: quote(name) }
  return {
    name,
    type,
    rows,
    nulls: Number(nulls),
    distinct: Math.min(Number(distinct), rows - Number(nulls)),
    min,
    max,
    bins: low && high ? await countBins(connection, from, { low, high, type, measure }) : [],
    top: measure === 'values' ? await countTop(connection, from) : [],
  }
}

interface From {
  readonly table: string
  readonly column: string
}

interface Scale {
  readonly low: string
  readonly high: string
  readonly type: string
  readonly measure: Measure
}

async function countBins(
  connection: DuckDBConnection,
  { table, column }: From,
  { low, high, type, measure }: Scale,
): Promise<ColumnSummary['bins']> {
  const bins = binsBetween(low, high, type, measure)
  const result = await connection.run(
    `SELECT (${bins.bin('scale')})::INTEGER AS bin, count(*)
     FROM (SELECT ${scaled(column, measure)} AS scale FROM ${table}) WHERE scale IS NOT NULL
     GROUP BY bin`,
  )
  const counts = new Map(
    (await textRows(result)).map(([bin, count]) => [Number(bin), Number(count)]),
  )
  return Array.from({ length: bins.count }, (_, n) => ({
    from: bins.edge(n),
    to: bins.edge(n + 1),
    count: counts.get(n) ?? 0,
  }))
}

async function countTop(
  connection: DuckDBConnection,
  { table, column }: From,
): Promise<ColumnSummary['top']> {
  const result = await connection.run(
    `SELECT left(${column}::VARCHAR, ${LONGEST}) AS value, count(*) AS n FROM ${table}
     WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY n DESC, value LIMIT ${TOP}`,
  )
  return (await textRows(result)).map(([value, count]) => ({
    value: value ?? '',
    count: Number(count),
  }))
}
