import { DuckDBInstance } from '@duckdb/node-api'
import { WebSocketServer, type RawData } from 'ws'
import { encodeResult } from '../../../desktop/engine/arrow/encode.ts'

/** What Mosaic's socket connector talks to. */
export interface StockServer {
  readonly url: string
  close(): Promise<void>
}

interface Request {
  readonly type: 'exec' | 'arrow'
  readonly sql: string
}

/**
 * The least that answers Mosaic's own socket connector: DuckDB in this process, on as many threads as
 * the app's; no checks, no sessions. Mosaic's own server needs a DuckDB that its maker has given up;
 * that one writes Arrow in C++, here our encoder does.
 */
export async function openStockServer(setup: string): Promise<StockServer> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(setup)
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const answer = async ({ type, sql }: Request) => {
    const result = await connection.run(sql)
    return type === 'exec' ? '{}' : encodeResult(result, 'double')
  }
  server.on('connection', (socket) => {
    let last = Promise.resolve() // answers go back in the order of the questions
    socket.on('message', (data: RawData) => {
      const request = JSON.parse((data as Buffer).toString()) as Request
      last = last
        .then(() => answer(request))
        .then(
          (reply) => socket.send(reply),
          (error: unknown) => socket.send(JSON.stringify({ error: String(error) })),
        )
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `ws://127.0.0.1:${address.port}/`,
    async close() {
      for (const socket of server.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
      connection.closeSync()
      instance.closeSync()
    },
  }
}
