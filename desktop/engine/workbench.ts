import type { DuckDBConnection } from '@duckdb/node-api'
import { ZhizhiError } from '../contract/errors.ts'
import type { Relation } from '../contract/table.ts'
import { accept, type Accepted } from './accept/accept.ts'
import { SqlParser } from './accept/parser.ts'
import type { EngineConfig } from './config.ts'
import { Compression } from './compression.ts'
import { isFatal, type Source, sqlFailure } from './failure.ts'
import { Lane, turnTo } from './lane.ts'
import {
  fold,
  NOWHERE,
  ORDER_SCHEMA,
  ownSchema,
  qualified,
  quote,
  STORE,
  storeSchema,
} from './names.ts'
import { Orders } from './orders.ts'
import { Overdue } from './overdue.ts'
import { type Known, Relations } from './relations.ts'
import { openSandbox } from './sandbox.ts'
import { MatchLists } from './search/matches.ts'
import { Codes } from './summary/codes.ts'
import { Turns } from './turns.ts'
import { unknownTable } from './unknown-table.ts'

/**
 * How many statements of each kind run at once. Each holds a thread of Node's pool, which has 4 unless
 * the host sets UV_THREADPOOL_SIZE before it starts this process; some stay free for the control lane,
 * the parser and the compression, so that no query can keep the pages waiting.
 */
const poolSize = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4)
const each = Math.max(1, Math.floor((poolSize - 1) / 3))
const lanes = { cells: each, pages: each, charts: each, control: 1, compression: 1 } as const
const all = Object.values(lanes).reduce((sum, count) => sum + count, 0)

/** Queries that were read. */
const REMEMBERED = 32

interface Lanes {
  readonly cells: Lane
  readonly pages: Lane
  readonly charts: Lane
  /** Whatever makes or drops tables beside cells; one at a time, so that nothing conflicts. */
  readonly control: Lane
  readonly compression: Lane
}

/** A schema for what is made of tables, and the store of datasets. */
const setup = [
  `CREATE SCHEMA ${ownSchema(ORDER_SCHEMA)}`,
  `ATTACH ':memory:' AS ${quote(STORE)} (COMPRESS)`,
  `CREATE SCHEMA ${storeSchema(NOWHERE)}`,
]

/** Told when DuckDB has failed so that the process is of no more use. */
export type OnFatal = (error: unknown) => void

/** The long-lived database: datasets in `main` and schemas of their own, cells in a schema per session. */
export class Workbench {
  readonly relations = new Relations()
  readonly turns = new Turns()
  readonly orders: Orders
  readonly codes: Codes
  readonly matches: MatchLists
  readonly compression: Compression
  readonly lanes: Lanes
  readonly parser: SqlParser
  readonly overdue: Overdue
  readonly #onFatal: OnFatal
  readonly #accepted = new Map<string, Accepted>()

  constructor(parser: SqlParser, lanes: Lanes, overdue: Overdue, onFatal: OnFatal) {
    this.parser = parser
    this.lanes = lanes
    this.overdue = overdue
    this.orders = new Orders(lanes)
    this.codes = new Codes(lanes)
    this.matches = new MatchLists(lanes)
    this.compression = new Compression(lanes.compression)
    this.#onFatal = onFatal
  }

  static async open(config: EngineConfig, onFatal: OnFatal): Promise<Workbench> {
    const overdue = new Overdue()
    const parser = await SqlParser.open(overdue)
    const { connections } = await openSandbox(config, all, setup)
    for (const connection of connections) await turnTo(connection, ['main'])
    const rest: DuckDBConnection[] = [...connections]
    const lane = (kind: keyof typeof lanes) => new Lane(rest.splice(0, lanes[kind]), overdue)
    const opened: Lanes = {
      cells: lane('cells'),
      pages: lane('pages'),
      charts: lane('charts'),
      control: lane('control'),
      compression: lane('compression'),
    }
    return new Workbench(parser, opened, overdue, onFatal)
  }

  /** A table that exists; `not_found` otherwise. */
  known(relation: Relation): Known {
    const known = this.relations.get(relation)
    if (known) return known
    throw new ZhizhiError('not_found', { what: `表 ${relation.name}` })
  }

  /** Drops what was made of a table that was made anew or is gone. */
  forget(known: Known): void {
    this.orders.forget(known)
    this.codes.forget(known)
    this.matches.forget(known)
  }

  /** Reads a query, as `accept`; the last ones are remembered, since a cell is looked at before it is made. */
  async read(sql: string, signal: AbortSignal): Promise<Accepted> {
    const known = this.#accepted.get(sql)
    if (known) return known
    const accepted = await accept(this.parser, sql, signal)
    this.#accepted.set(sql, accepted)
    const [oldest] = this.#accepted.keys()
    if (this.#accepted.size > REMEMBERED && oldest !== undefined) this.#accepted.delete(oldest)
    return accepted
  }

  /** Accepts a query and checks that every table in it exists. */
  async accept(sql: string, schema: string, signal: AbortSignal): Promise<Accepted> {
    const accepted = await this.read(sql, signal)
    for (const table of accepted.tables) {
      if (this.relations.find(table, schema)) continue
      throw unknownTable(sql, table, this.#names(table.schema, schema))
    }
    return accepted
  }

  /** The schema in which a query runs, and the other sessions whose tables it names. */
  schemasOf({ tables }: Accepted, schema: string): readonly string[] {
    const others = tables.flatMap((table) => {
      const known = this.relations.find(table, schema)
      if (!known || known.source !== qualified(known.relation)) return []
      return fold(known.relation.schema) === fold(schema) ? [] : [known.relation.schema]
    })
    return [schema, ...new Set(others)]
  }

  /** Runs statements that hold the user's text; their errors become his. */
  async guarded<T>(source: Source, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (isFatal(error)) void this.#probe()
      throw sqlFailure(error, source)
    }
  }

  /** After some failures DuckDB refuses every later statement. */
  async #probe(): Promise<void> {
    try {
      const never = new AbortController().signal
      await this.lanes.control.run(never, 'main', (connection) => connection.run('SELECT 42'))
    } catch (error) {
      this.#onFatal(error)
    }
  }

  #names(written: string, searched: string): string[] {
    const schemas = written === '' ? [searched, 'main'] : [written]
    return schemas
      .flatMap((schema) => this.relations.in(schema))
      .map((known) => known.relation.name)
  }
}
