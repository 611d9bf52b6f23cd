import type { DuckDBConnection } from '@duckdb/node-api'
import type { Column } from '../contract/table.ts'
import { closing, opening } from './accept/semicolon.ts'
import { ArrowBatch, columnsOf, shapeOf } from './arrow/encode.ts'
import { bindParameters, requireValues, type Values } from './parameters.ts'
import { withProgress } from './progress.ts'
import { rowRange } from './row-range.ts'
import { textRows } from './text-rows.ts'
import type { Workbench } from './workbench.ts'

interface Query {
  readonly schema: string
  readonly sql: string
  readonly parameters: Values
  readonly maxRows?: number | undefined
}

interface Work {
  readonly signal: AbortSignal
  readonly progress: (fraction: number) => void
  readonly emit: (item: { bytes: Uint8Array<ArrayBuffer>; rows: number }) => Promise<void>
}

interface Summary {
  readonly columns: Column[]
  readonly rows: number
  readonly truncated: boolean
}

/** A batch is sent when it holds this much. */
const BATCH_ROWS = 100_000
const BATCH_BYTES = 16 * 2 ** 20

/**
 * Seen by its connection only, and by no query: it is not among the known relations. The result is
 * kept there, where it can spill to disk, and read in slices: a result that DuckDB streams just ends
 * where it fails, without a word (node-api 1.5.6).
 */
const RESULT = 'temp.zhizhi_result'

/** Runs an accepted query and sends its rows in Arrow IPC streams of their own. */
export async function runQuery(bench: Workbench, query: Query, work: Work): Promise<Summary> {
  const schema = query.schema === '' ? 'main' : query.schema
  const accepted = await bench.accept(query.sql, schema, work.signal)
  requireValues(accepted.parameters, query.parameters)
  const limit = query.maxRows === undefined ? '' : ` LIMIT ${query.maxRows + 1}`
  const prefix = `CREATE OR REPLACE TEMP TABLE ${RESULT} AS ${opening}`
  const source = { text: query.sql, prefixBytes: Buffer.byteLength(prefix) }
  const sql = prefix + accepted.text + closing + limit
  return bench.lanes.cells.run(
    work.signal,
    bench.schemasOf(accepted, schema),
    (connection) =>
      bench.guarded(source, async () => {
        await make(connection, sql, query.parameters, work)
        return send(connection, query.maxRows ?? Infinity, work)
      }),
    (connection) => connection.run(`DROP TABLE IF EXISTS ${RESULT}`),
  )
}

async function make(
  connection: DuckDBConnection,
  sql: string,
  values: Values,
  { progress }: Work,
): Promise<void> {
  const statement = await connection.prepare(sql)
  try {
    bindParameters(statement, values)
    await withProgress(connection, progress, () => statement.run())
  } finally {
    statement.destroySync()
  }
}

async function send(connection: DuckDBConnection, maxRows: number, work: Work): Promise<Summary> {
  const shape = shapeOf(await connection.run(`FROM ${RESULT} LIMIT 0`))
  const [counted] = await textRows(await connection.run(`SELECT count(*) FROM ${RESULT}`))
  const found = Number(counted?.[0])
  const rows = Math.min(found, maxRows)
  let batch = new ArrowBatch(shape)
  const flush = async () => {
    const full = batch
    batch = new ArrowBatch(shape)
    await work.emit({ bytes: full.finish(), rows: full.rows })
  }
  for (let from = 0; from < rows; from += BATCH_ROWS) {
    const to = Math.min(rows, from + BATCH_ROWS)
    const slice = await connection.run(`FROM ${RESULT} ${rowRange(shape, { from, to })}`)
    for (let chunk = await slice.fetchChunk(); chunk?.rowCount; chunk = await slice.fetchChunk()) {
      work.signal.throwIfAborted()
      batch.append(chunk)
      if (batch.size >= BATCH_BYTES) await flush()
    }
    if (batch.rows > 0) await flush()
  }
  if (rows === 0) await flush() // the columns, at least
  return { columns: columnsOf(shape), rows, truncated: found > rows }
}
