import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api'
import { ZhizhiError } from '../contract/errors.ts'
import type { Column } from '../contract/table.ts'
import { accept, type Accepted } from './accept/accept.ts'
import type { SqlParser } from './accept/parser.ts'
import { closing, opening } from './accept/semicolon.ts'
import { columnsOf, shapeOf } from './arrow/encode.ts'
import type { EngineConfig } from './config.ts'
import { sqlFailure } from './failure.ts'
import { type JsonCell, jsonCell } from './json-cell.ts'
import { Grounds } from './grounds.ts'
import { fold, quote } from './names.ts'
import type { Overdue } from './overdue.ts'
import { textRows } from './text-rows.ts'
import { unknownTable } from './unknown-table.ts'

interface Exercise {
  readonly setup: readonly string[]
  readonly database?: string | undefined
  readonly sql: string
  readonly maxRows: number
  /** Whether the same setup will be asked for again. */
  readonly keep?: boolean | undefined
}

/** As DuckDB calls the database that an instance in memory begins with. */
const FIRST = 'memory'

interface SmallTable {
  readonly columns: Column[]
  readonly rows: JsonCell[][]
  readonly truncated: boolean
}

/** Runs untrusted queries, each a single SELECT, in databases that the host's `setup` has filled. */
export class Exercises {
  readonly #parser: SqlParser
  readonly #grounds: Grounds

  constructor(config: EngineConfig, parser: SqlParser, overdue: Overdue) {
    this.#parser = parser
    this.#grounds = new Grounds(config, overdue)
  }

  async run(
    { setup, database = FIRST, sql, maxRows, keep = false }: Exercise,
    signal: AbortSignal,
  ): Promise<SmallTable> {
    const accepted = await accept(this.#parser, sql, signal)
    const [parameter] = accepted.parameters
    if (parameter !== undefined) throw new ZhizhiError('parameter_missing', { name: parameter })
    return this.#grounds.use(setup, keep, (lane) =>
      lane.run(signal, 'main', async (connection) => {
        await connection.run(`USE ${quote(database)}`)
        await checkTables(connection, accepted, sql)
        try {
          // materialised, and one row more than asked: a streamed result hides its errors
          const limited = `${opening}${accepted.text}${closing} LIMIT ${maxRows + 1}`
          return await read(await connection.run(limited), maxRows)
        } catch (error) {
          throw sqlFailure(error, { text: sql, prefixBytes: opening.length })
        }
      }),
    )
  }
}

/** Only what `setup` made in this database may be read: no system views, and no file by its path. */
async function checkTables(
  connection: DuckDBConnection,
  { tables }: Accepted,
  sql: string,
): Promise<void> {
  const result = await connection.run(
    `SELECT schema_name, table_name FROM duckdb_tables()
       WHERE NOT internal AND database_name = current_database()
     UNION ALL SELECT schema_name, view_name FROM duckdb_views()
       WHERE NOT internal AND database_name = current_database()`,
  )
  const made = (await textRows(result)).map(([schema, name]) => ({
    schema: schema ?? '',
    name: name ?? '',
  }))
  for (const table of tables) {
    const schema = table.schema === '' ? 'main' : table.schema
    const exists = made.some(
      (other) => fold(other.schema) === fold(schema) && fold(other.name) === fold(table.name),
    )
    if (exists) continue
    throw unknownTable(
      sql,
      table,
      made.map((other) => other.name),
    )
  }
}

async function read(result: DuckDBResult, maxRows: number): Promise<SmallTable> {
  const shape = shapeOf(result)
  const rows: JsonCell[][] = []
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if (rows.length === maxRows) return { columns: columnsOf(shape), rows, truncated: true }
      const current = chunk
      rows.push(
        shape.map(({ type }, column) =>
          jsonCell(current.getColumnVector(column).getItem(row), type),
        ),
      )
    }
  }
  return { columns: columnsOf(shape), rows, truncated: false }
}
