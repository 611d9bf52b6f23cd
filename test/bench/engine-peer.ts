import { DuckDBInstance } from '@duckdb/node-api'
import * as z from 'zod'
import { bytes, procedure } from '../../desktop/contract/wire/procedure.ts'
import { forkPort } from '../../desktop/contract/wire/process-port.ts'
import { serve } from '../../desktop/contract/wire/server.ts'

/** What the engine is measured against: rows as objects, as JSON, over the same port. */
export const peerTable = {
  open: procedure({ input: z.object({ file: z.string() }), output: z.object({}) }),
  rows: procedure({ input: z.object({ sql: z.string() }), output: z.object({ bytes }) }),
} as const

async function start(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  serve(
    forkPort(process),
    peerTable,
    {
      async open({ file }) {
        await connection.run(`CREATE TABLE tickets AS FROM read_parquet('${file}')`)
        return {}
      },
      async rows({ sql }) {
        const rows = await (await connection.run(sql)).getRowObjectsJson()
        return { bytes: new TextEncoder().encode(JSON.stringify(rows)) }
      },
    },
    undefined,
  )
}

if (process.send) {
  z.config({ jitless: true })
  await start()
}
