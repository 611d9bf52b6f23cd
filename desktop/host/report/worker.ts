import { parentPort, workerData } from 'node:worker_threads'
import type { Connector } from '@uwdata/mosaic-core'
import * as z from 'zod'
import { aligned } from '../../domain/notebook/result-table.ts'
import { installDocument } from './dom.ts'
import type { DrawingJob, FromDrawing, ToDrawing } from './messages.ts'

/** The drawing thread: draws the charts it was started with, one after another, and says so. */

z.config({ jitless: true })
installDocument()

interface Waiting {
  resolve(bytes: Uint8Array | undefined): void
  reject(reason: Error): void
}

const waiting = new Map<number, Waiting>()
let asked = 0

const say = (message: FromDrawing) => parentPort?.postMessage(message)

parentPort?.on('message', (reply: ToDrawing) => {
  const asking = waiting.get(reply.id)
  waiting.delete(reply.id)
  if (reply.ok) asking?.resolve(reply.bytes)
  else asking?.reject(new Error(reply.reason))
})

/** Mosaic's database: the host, which asks the engine. */
const connector = {
  async query({ sql, type }: { sql: string; type: 'exec' | 'arrow' }) {
    const id = (asked += 1)
    const bytes = await new Promise<Uint8Array | undefined>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      say({ kind: 'query', id, sql, type })
    })
    return bytes && aligned(bytes)
  },
} as Connector

const { drawChart } = await import('./draw.ts') // after the document is there
const { charts, values } = workerData as DrawingJob
say({ kind: 'ready' })
for (const chart of charts) say({ kind: 'drawn', chart: await drawChart(chart, values, connector) })
