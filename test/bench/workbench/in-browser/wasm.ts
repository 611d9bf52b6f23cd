import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from '@duckdb/duckdb-wasm'
import { sqlOf, TABLE, type Cell, type Row } from '../questions.ts'
import type { BrowserPeer, Opening } from './peer.ts'

/** As many as the app reads at once. */
const LOOKED_AT = 200

const dist = `${location.origin}/duckdb`

/** DuckDB-Wasm in its worker; with `threads`, in the build that shares memory among several. */
export async function openWasm({ threads, form, arrowFiles }: Opening): Promise<BrowserPeer> {
  const kind = threads > 1 ? 'coi' : 'eh'
  const worker = new Worker(`${dist}/duckdb-browser-${kind}.worker.js`)
  const db = new AsyncDuckDB(new VoidLogger(), worker)
  const others = threads > 1 ? `${dist}/duckdb-browser-coi.pthread.worker.js` : null
  await db.instantiate(`${dist}/duckdb-${kind}.wasm`, others)
  await db.open({ maximumThreads: threads })
  const connection = await db.connect()
  const read =
    form === 'csv' ? () => readCsv(db, connection) : () => readArrow(connection, arrowFiles)
  return {
    async load() {
      await connection.query(`DROP TABLE IF EXISTS ${TABLE}`)
      await read()
      return rowsOf(connection, `FROM ${TABLE} LIMIT 20`, false)
    },
    ask: (question, run, all) => rowsOf(connection, sqlOf(question, run), all),
  }
}

/** Its way to read Parquet is an extension that it fetches from a server far away. */
async function readCsv(db: AsyncDuckDB, connection: AsyncDuckDBConnection): Promise<void> {
  await db.registerFileBuffer('tickets.csv', await bytesOf('/tickets.csv'))
  await connection.query(`CREATE TABLE ${TABLE} AS FROM read_csv('tickets.csv')`)
  await db.dropFile('tickets.csv')
}

async function readArrow(connection: AsyncDuckDBConnection, files: number): Promise<void> {
  for (let part = 0; part < files; part += 1) {
    const bytes = await bytesOf(`/tickets-${part}.arrow`)
    await connection.insertArrowFromIPCStream(bytes, { name: TABLE, create: part === 0 })
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(path)).arrayBuffer())
}

async function rowsOf(
  connection: AsyncDuckDBConnection,
  sql: string,
  all: boolean,
): Promise<Row[]> {
  const table = await connection.query(sql)
  const some = all ? table : table.slice(0, LOOKED_AT)
  const names = some.schema.fields.map(({ name }) => name)
  return some.toArray().map((row: Record<string, unknown>) => names.map((name) => plain(row[name])))
}

const plain = (value: unknown): Cell => (typeof value === 'string' ? value : Number(value))
