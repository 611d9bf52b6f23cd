import { ZhizhiError } from '../../contract/errors.ts'
import type { Result } from '../../domain/course/result.ts'
import { quote } from '../../domain/course/sql-text.ts'
import { parseTree, type Json } from '../../domain/course/syntax-tree.ts'
import type { Place } from '../../domain/course/variants.ts'
import type { Engine } from '../ports.ts'

export interface RunOptions {
  readonly maxRows: number
  readonly signal?: AbortSignal | undefined
  /** Whether the setup is worth keeping for the next query. */
  readonly keep?: boolean
}

/** Runs queries in fresh databases of the exercise engine, and reads their syntax trees there. */
export class ExerciseRunner {
  readonly #engine: Pick<Engine, 'call'>
  readonly #timeoutMs: number

  constructor(engine: Pick<Engine, 'call'>, timeoutMs: number) {
    this.#engine = engine
    this.#timeoutMs = timeoutMs
  }

  /**
   * One query on what a setup has made. Throws the engine's `sql_…` errors; `timeout` where it
   * ran too long or used so much that its process had to be ended.
   */
  async run(place: Place, sql: string, options: RunOptions): Promise<Result> {
    const overtime = AbortSignal.timeout(this.#timeoutMs)
    const signal = options.signal ? AbortSignal.any([options.signal, overtime]) : overtime
    const { maxRows, keep = true } = options
    const { setup, database } = place
    const input = { setup: [...setup], database, sql, maxRows, keep }
    try {
      return await this.#engine.call('exercise.run', input, { signal })
    } catch (error) {
      const ended = error instanceof ZhizhiError && error.code === 'engine_stopped'
      const cancelled = options.signal?.aborted === true
      if (!cancelled && (overtime.aborted || ended)) throw new ZhizhiError('timeout')
      throw error
    }
  }

  /** The syntax tree of each text, `undefined` where it is no SELECT. */
  async trees(texts: readonly string[]): Promise<(Json | undefined)[]> {
    const cells = await this.#convert('json_serialize_sql', texts)
    return cells.map((cell) => (cell === null ? undefined : parseTree(cell)))
  }

  /** The SQL that each tree says, `null` where DuckDB cannot read it. */
  async texts(trees: readonly Json[]): Promise<(string | null)[]> {
    return this.#convert(
      'json_deserialize_sql',
      trees.map((tree) => JSON.stringify(tree)),
    )
  }

  /** The host's own statement does the work: a learner's query may not call these functions. */
  async #convert(
    name: 'json_serialize_sql' | 'json_deserialize_sql',
    texts: readonly string[],
  ): Promise<(string | null)[]> {
    if (texts.length === 0) return []
    const rows = texts.map((text, place) => `(${place}, ${quote(text)})`).join(', ')
    const setup = `CREATE TABLE converted AS
      SELECT place, CAST(TRY(${name}(text)) AS VARCHAR) AS text FROM (VALUES ${rows}) AS given(place, text)`
    const sql = 'SELECT text FROM converted ORDER BY place'
    const { rows: cells } = await this.run({ setup: [setup] }, sql, {
      maxRows: texts.length,
      keep: false,
    })
    return cells.map(([cell]) => (typeof cell === 'string' ? cell : null))
  }
}
