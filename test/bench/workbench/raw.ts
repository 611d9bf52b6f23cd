import { performance } from 'node:perf_hooks'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Material } from './material.ts'
import type { Peer } from './peer.ts'
import { sqlOf, TABLE, type Cell, type Row } from './questions.ts'

/** The bare engine in this process, with as many threads as the app's: from the text to rows in JavaScript. */
export async function openRaw({ parquet }: Material): Promise<Peer> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const timed = async (work: () => Promise<unknown>) => {
    const begin = performance.now()
    await work()
    return performance.now() - begin
  }
  const rowsOf = async (sql: string): Promise<Row[]> => {
    const rows = (await connection.runAndReadAll(sql)).getRows()
    return rows.map((row) => row.map(plain))
  }
  return {
    name: 'node-api',
    load: () =>
      timed(async () => {
        await connection.run(`CREATE OR REPLACE TABLE ${TABLE} AS FROM read_parquet('${parquet}')`)
        await rowsOf(`FROM ${TABLE} LIMIT 20`)
      }),
    ask: (question, run) => timed(() => rowsOf(sqlOf(question, run))),
    answer: (question) => rowsOf(sqlOf(question, '')),
    close() {
      connection.closeSync()
      instance.closeSync()
      return Promise.resolve()
    },
  }
}

const plain = (value: unknown): Cell => (typeof value === 'string' ? value : Number(value))
