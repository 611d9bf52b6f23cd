import type { DuckDBPreparedStatement } from '@duckdb/node-api'
import { Lane } from '../lane.ts'
import type { Overdue } from '../overdue.ts'
import { openParserSandbox } from '../sandbox.ts'
import { textRows } from '../text-rows.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from './tree.ts'

/** What DuckDB's parser makes of a text. */
export type Parsed =
  | { readonly statements: readonly JsonObject[]; readonly json: string }
  | { readonly error: string; readonly kind: string; readonly position: number | undefined }

/** DuckDB's parser and nothing else of it: no binding, no constant folding, no file is touched. */
export class SqlParser {
  /** Every function that DuckDB has, allowed or not. */
  readonly functions: ReadonlySet<string>
  readonly #lane: Lane
  readonly #statement: DuckDBPreparedStatement

  constructor(lane: Lane, statement: DuckDBPreparedStatement, functions: ReadonlySet<string>) {
    this.#lane = lane
    this.#statement = statement
    this.functions = functions
  }

  static async open(overdue: Overdue): Promise<SqlParser> {
    const connection = await openParserSandbox()
    const names = await connection.run('SELECT DISTINCT function_name FROM duckdb_functions()')
    const functions = new Set((await textRows(names)).map(([name]) => name ?? ''))
    const statement = await connection.prepare(
      'SELECT json_serialize_sql($sql::VARCHAR, skip_empty := true, skip_null := true)',
    )
    return new SqlParser(new Lane([connection], overdue), statement, functions)
  }

  async parse(sql: string, signal: AbortSignal): Promise<Parsed> {
    const json = await this.#lane.run(signal, 'main', async () => {
      this.#statement.bind({ sql })
      const [row] = await textRows(await this.#statement.run())
      return row?.[0] ?? ''
    })
    const result = JSON.parse(json) as Json
    if (!isObject(result)) throw new Error('json_serialize_sql gave no object')
    if (result['error'] !== true) {
      return { statements: listOf(result, 'statements').filter(isObject), json }
    }
    const position = textOf(result, 'position')
    return {
      error: textOf(result, 'error_message'),
      kind: textOf(result, 'error_type'),
      position: position === '' ? undefined : Number(position),
    }
  }
}
