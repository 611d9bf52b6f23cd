import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { toldRunsProjection } from '../../desktop/domain/classroom/lan/runs.ts'
import type { Figure } from '../../desktop/host/cli/figure-table.ts'
import { bundleProgram } from '../bundle.ts'
import { openLan } from '../integration/lan-support.ts'
import type { PhonesOrder, PhonesReport } from './lan-phones.ts'

const phones = 40
const seconds = 60

/**
 * Forty phones in one class: how long joining and answers take, with a bare WebSocket beside them,
 * and whether a run is lost or doubled when the network of all breaks in the middle and comes back.
 */
export async function benchLan(): Promise<Figure[]> {
  const program = await bundleProgram('test/bench/lan-phones.ts')
  const school = await openLan({ learners: phones })
  const before = memory()
  const bare = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  bare.on('connection', (socket) => socket.on('message', (data: Buffer) => socket.send(data)))
  await once(bare, 'listening')
  try {
    const { addresses, pin } = await school.start()
    const echo = `ws://127.0.0.1:${(bare.address() as AddressInfo).port}`
    const order = { url: addresses[0]?.url ?? '', pin, phones, seconds, echo }
    const found = await ask(program.file, order)
    const kept = Object.values(school.journal.state(toldRunsProjection)).flat()
    return [
      ...figures(found, kept),
      { name: 'lan: memory that the class took in the host, MB', count: memory() - before },
    ]
  } finally {
    bare.close()
    await school.close()
    await program.remove()
  }
}

async function ask(file: string, order: PhonesOrder): Promise<PhonesReport> {
  const child = fork(file, { serialization: 'advanced' })
  child.send(order)
  const told = once(child, 'message').then(([report]) => report as PhonesReport)
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('the phones ended')))
  const report = await Promise.race([told, failed])
  failed.catch(() => undefined) // it ends now, as it should
  child.disconnect()
  return report
}

function figures(found: PhonesReport, kept: readonly string[]): Figure[] {
  const bare = spread(found.echo)
  const timed = (name: string, times: readonly number[], limit_ms: number): Figure => {
    const own = spread(times)
    const ratio = own.p95_ms / bare.p95_ms
    return { name, count: times.length, ...own, limit_ms, bare_p95_ms: bare.p95_ms, ratio }
  }
  const doubled = kept.length - new Set(kept).size
  const lost = found.runs.filter((run) => !kept.includes(run)).length
  return [
    timed('lan: join, from connecting to the first practice', found.join, 2000),
    timed('lan: open a practice', found.answer, 100),
    timed('lan: a run, until it is on the disk', found.kept, 100),
    timed('lan: bare WebSocket, 6 kB there and back', found.echo, 100),
    { name: 'lan: runs played', count: found.runs.length },
    { name: 'lan: times told', count: found.told },
    { name: 'lan: lines cut midway', count: found.cut },
    { name: 'lan: runs lost', count: lost },
    { name: 'lan: runs kept twice', count: doubled },
  ]
}

const memory = () => process.memoryUsage().rss / 2 ** 20

function spread(times: readonly number[]): { p50_ms: number; p95_ms: number; max_ms: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]
  return { p50_ms: at(0.5) ?? NaN, p95_ms: at(0.95) ?? NaN, max_ms: at(1) ?? NaN }
}
