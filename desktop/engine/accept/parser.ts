import type { DuckDBPreparedStatement } from '@duckdb/node-api'
import { Lane } from '../lane.ts'
import type { Overdue } from '../overdue.ts'
import { openParserSandbox } from '../sandbox.ts'
import { textRows } from '../text-rows.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  listOf,
  textOf,
} from '../../domain/notebook/steps/tree.ts'

/** What DuckDB's parser makes of a text. */
export type Parsed =
  | { readonly statements: readonly JsonObject[]; readonly json: string }
  | { readonly error: string; readonly kind: string; readonly position: number | undefined }

type Statements = Readonly<
  Record<'short' | 'whole' | 'written' | 'suggest', DuckDBPreparedStatement>
>

/** DuckDB's parser and nothing else of it: no binding, no constant folding, no file is touched. */
export class SqlParser {
  /** Every function that DuckDB has, allowed or not. */
  readonly functions: ReadonlySet<string>
  readonly #lane: Lane
  readonly #statements: Statements

  constructor(lane: Lane, statements: Statements, functions: ReadonlySet<string>) {
    this.#lane = lane
    this.#statements = statements
    this.functions = functions
  }

  static async open(overdue: Overdue): Promise<SqlParser> {
    const connection = await openParserSandbox()
    const names = await connection.run('SELECT DISTINCT function_name FROM duckdb_functions()')
    const functions = new Set((await textRows(names)).map(([name]) => name ?? ''))
    const statements = {
      short: await connection.prepare(
        'SELECT json_serialize_sql($sql::VARCHAR, skip_empty := true, skip_null := true)',
      ),
      whole: await connection.prepare('SELECT json_serialize_sql($sql::VARCHAR)'),
      written: await connection.prepare('SELECT json_deserialize_sql($sql::VARCHAR::JSON)'),
      suggest: await connection.prepare(
        'SELECT suggestion, suggestion_start, suggestion_type FROM sql_auto_complete($sql::VARCHAR)',
      ),
    }
    return new SqlParser(new Lane([connection], overdue), statements, functions)
  }

  async parse(sql: string, signal: AbortSignal): Promise<Parsed> {
    const [row] = await this.#ask('short', sql, signal)
    const json = row?.[0] ?? ''
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

  /**
   * The statements with empty lists and texts kept, which `parse` leaves out: an empty grouping set
   * and an empty string mean something. None where the text does not parse.
   */
  async whole(sql: string, signal: AbortSignal): Promise<readonly JsonObject[]> {
    const [row] = await this.#ask('whole', sql, signal)
    const result = JSON.parse(row?.[0] ?? 'null') as Json
    return isObject(result) ? listOf(result, 'statements').filter(isObject) : []
  }

  /** The text of a query's tree; fails where it is no tree of DuckDB's. */
  async write(tree: string, signal: AbortSignal): Promise<string> {
    const statement = `{"node":${tree},"named_param_map":[]}`
    const whole = `{"error":false,"statements":[${statement}]}`
    const [row] = await this.#ask('written', whole, signal)
    return row?.[0] ?? ''
  }

  /** What DuckDB's grammar would put at the end of a text; `start` in bytes. */
  async suggest(sql: string, signal: AbortSignal) {
    const rows = await this.#ask('suggest', sql, signal)
    return rows.map(([word, start, type]) => ({
      word: word ?? '',
      start: Number(start ?? 0),
      type: type ?? '',
    }))
  }

  #ask(kind: keyof Statements, sql: string, signal: AbortSignal) {
    return this.#lane.run(signal, 'main', async () => {
      this.#statements[kind].bind({ sql })
      return textRows(await this.#statements[kind].run())
    })
  }
}
