import { tableFromIPC } from '@uwdata/flechette'
import type { EngineTable } from '../../desktop/contract/engine.ts'
import type { Relation, Sort } from '../../desktop/contract/table.ts'
import type { Client, Input } from '../../desktop/contract/wire/procedure.ts'
import { type Bench, openBench } from './engine-bench.ts'

type Parameters = Input<EngineTable, 'cell.create'>['parameters']
type Row = Record<string, unknown>

export const main = (name: string): Relation => ({ schema: '', name })
export const cell = (name: string): Relation => ({ schema: 's1', name })

/** A real engine with two datasets and one session. */
export class EngineSession {
  readonly engine: Client<EngineTable>
  readonly #bench: Bench

  constructor(bench: Bench) {
    this.#bench = bench
    this.engine = bench.open('workbench').client
  }

  static async open(): Promise<EngineSession> {
    const bench = await openBench()
    const tickets = `${bench.data}/tickets.parquet`
    const census = `${bench.data}/census.parquet`
    const maker = bench.open('maker')
    await maker.client.call('maker.run', {
      statements: [
        `COPY (SELECT i AS id, i % 7 AS k, i / 10 AS x, DATE '2020-01-01' + (i % 400)::INTEGER AS d,
           '街道' || (i % 12) AS 街道, CASE WHEN i % 10 > 0 THEN i % 3 = 0 END AS ok
         FROM range(5000) r(i)) TO '${tickets}' (FORMAT parquet)`,
        `COPY (SELECT * FROM (VALUES ('北京', 2189), ('天津', 1387)) v(province, people))
         TO '${census}' (FORMAT parquet)`,
      ],
    })
    maker.kill()
    const session = new EngineSession(bench)
    await session.engine.call('attach', {
      relations: [
        { relation: main('tickets'), file: tickets },
        { relation: { schema: 'census_2020', name: 'provinces' }, file: census },
      ],
    })
    await session.engine.call('schema.create', { schema: 's1' })
    return session
  }

  close(): Promise<void> {
    return this.#bench.close()
  }

  make(name: string, sql: string, parameters: Parameters = {}) {
    return this.engine.call('cell.create', { relation: cell(name), sql, parameters })
  }

  async page(relation: Relation, offset = 0, limit = 100, sort: Sort[] = []): Promise<Row[]> {
    const { bytes } = await this.engine.call('relation.page', { relation, offset, limit, sort })
    return tableFromIPC(bytes, { useBigInt: true, useDecimalInt: true }).toArray()
  }

  /** All rows of a query, and what its stream told at the end. */
  async query(sql: string, maxRows?: number) {
    const limit = maxRows === undefined ? {} : { maxRows }
    const stream = this.engine.stream('query', { schema: 's1', sql, parameters: {}, ...limit })
    const all: Row[] = []
    for await (const { bytes } of stream) all.push(...(tableFromIPC(bytes).toArray() as Row[]))
    return { ...(await stream.result), all }
  }
}
