import type { DuckDBConnection } from '@duckdb/node-api'
import type { Column } from '../../contract/table.ts'
import { quote } from '../names.ts'
import type { Known } from '../relations.ts'
import { textRows } from '../text-rows.ts'
import type { Workbench } from '../workbench.ts'
import { type Bins, binsBetween } from './bins.ts'
import { finite, isNested, type Measure, measureOf, scaled } from './measure.ts'

const TOP = 10
/** Longer values are cut in minimum and maximum. */
export const LONGEST = 200

/** What is known of a column: enough to draw its bars, and to tell which bar a row belongs to. */
export interface Portrait {
  readonly column: Column
  readonly nulls: number
  /** Approximate (HyperLogLog). */
  readonly distinct: number
  readonly min: string | null
  readonly max: string | null
  /** For numbers and dates; `scale` is the column on the bins' scale, as SQL. */
  readonly binned: { readonly bins: Bins; readonly scale: string; readonly counts: number[] } | null
  /** For the rest: the commonest values, whole. */
  readonly top: readonly { readonly value: string; readonly count: number }[]
}

type Row = readonly (string | null)[]

const made = new WeakMap<Known, readonly Portrait[]>()

/** The columns of a table: one scan for all, then one per column; made once for each table. */
export async function portraitsOf(
  bench: Workbench,
  known: Known,
  signal: AbortSignal,
): Promise<readonly Portrait[]> {
  const before = made.get(known)
  if (before) return before
  const portraits = await bench.lanes.pages.run(signal, 'main', async (connection) => {
    const rough = await roughly(connection, known)
    const each: Portrait[] = []
    for (const [index, column] of known.columns.entries()) {
      signal.throwIfAborted()
      each.push(await portray(connection, known, column, rough[index] ?? []))
    }
    return each
  })
  made.set(known, portraits)
  return portraits
}

/** Per column: nulls, distinct values, minimum, maximum, and both again on the scale of its bins. */
async function roughly(connection: DuckDBConnection, { source, columns }: Known): Promise<Row[]> {
  const parts = columns.map(({ name, type }) => {
    const column = quote(name)
    const measure = measureOf(type)
    const [least, most] = [`min(${column})`, `max(${column})`]
    const shown = (value: string) =>
      measure === 'none' || isNested(type) ? 'NULL' : `left(${value}::VARCHAR, ${LONGEST})`
    return `[(count(*) - count(${column}))::VARCHAR, approx_count_distinct(${column})::VARCHAR,
      ${shown(least)}, ${shown(most)},
      (${scaled(least, measure)})::VARCHAR, (${scaled(most, measure)})::VARCHAR]`
  })
  const result = await connection.run(`SELECT [${parts.join(', ')}] FROM ${source}`)
  const [row] = await result.getRowsJS()
  return (row?.[0] ?? []) as unknown as Row[]
}

async function portray(
  connection: DuckDBConnection,
  { source, rows }: Known,
  column: Column,
  [nulls, distinct, min = null, max = null, low, high]: Row,
): Promise<Portrait> {
  const measure = measureOf(column.type)
  const from = { table: source, column, measure }
  const present = rows - Number(nulls)
  return {
    column,
    nulls: Number(nulls),
    distinct: Math.min(Number(distinct), present),
    min,
    max,
    binned: present > 0 ? await bin(connection, from, low, high) : null,
    top: measure === 'values' ? await countTop(connection, from) : [],
  }
}

interface From {
  readonly table: string
  readonly column: Column
  readonly measure: Measure
}

/** A column whose least and greatest values are finite holds only finite ones, and no row need be asked. */
async function bin(
  connection: DuckDBConnection,
  { table, column: { name, type }, measure }: From,
  low: string | null | undefined,
  high: string | null | undefined,
): Promise<Portrait['binned']> {
  if (measure === 'values' || measure === 'none') return null
  if (low && high) {
    const bins = binsBetween(low, high, type, measure)
    return count(connection, table, bins, finite(quote(name), measure))
  }
  const scale = scaled(quote(name), measure)
  const ends = await connection.run(
    `SELECT min(s)::VARCHAR, max(s)::VARCHAR FROM (SELECT ${scale} AS s FROM ${table})`,
  )
  const [[least, most] = []] = await textRows(ends)
  if (!least || !most) return null
  return count(connection, table, binsBetween(least, most, type, measure), scale)
}

async function count(
  connection: DuckDBConnection,
  table: string,
  bins: Bins,
  scale: string,
): Promise<Portrait['binned']> {
  const result = await connection.run(
    `SELECT (${bins.bin(scale)})::UTINYINT AS bin, count(*) FROM ${table} GROUP BY bin`,
  )
  const counts = Array.from({ length: bins.count }, () => 0)
  for (const [bin = null, rows] of await textRows(result)) {
    if (bin !== null) counts[Number(bin)] = Number(rows)
  }
  return { bins, scale, counts }
}

async function countTop(
  connection: DuckDBConnection,
  { table, column: { name } }: From,
): Promise<Portrait['top']> {
  const value = `${quote(name)}::VARCHAR`
  const result = await connection.run(
    `SELECT ${value} AS value, count(*) AS n FROM ${table}
     WHERE ${quote(name)} IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT ${TOP}`,
  )
  return (await textRows(result)).map(([one, rows]) => ({ value: one ?? '', count: Number(rows) }))
}
