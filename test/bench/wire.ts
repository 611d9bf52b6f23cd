import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { connect } from '../../desktop/contract/wire/client.ts'
import type { Port } from '../../desktop/contract/wire/port.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import { bundleProgram } from '../bundle.ts'
import { openProcess, openThread, openWebSocket } from '../contract/links.ts'
import { type TestTable, testTable } from '../contract/table.ts'
import { CHUNKS, SIZE } from './wire-size.ts'

export interface WireFigure {
  readonly name: string
  readonly ours_ms: number
  /** The bare pipe's time; null where there is nothing to compare with. */
  readonly peer_ms: number | null
  readonly ratio: number | null
}

interface Bare {
  readonly ask: () => void
  readonly onChunk: (handler: (chunk: Uint8Array) => void) => void
  readonly kill: () => unknown
}

const RUNS = 7

function bareThread(entry: string): Bare {
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(entry, { workerData: { port: port2 }, transferList: [port2] })
  return {
    ask: () => port1.postMessage('go'),
    onChunk: (handler) => port1.on('message', handler),
    kill: () => worker.terminate(),
  }
}

function bareProcess(entry: string): Bare {
  const child: ChildProcess = fork(entry, { serialization: 'advanced' })
  return {
    ask: () => child.send('go'),
    onChunk: (handler) => child.on('message', (chunk) => handler(chunk as Uint8Array)),
    kill: () => child.kill('SIGKILL'),
  }
}

async function bareWebSocket(entry: string): Promise<Bare> {
  const child = fork(entry, ['web-socket'])
  const [port] = (await once(child, 'message')) as [number]
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(socket, 'open')
  return {
    ask: () => socket.send('go'),
    onChunk: (handler) => socket.on('message', handler),
    kill: () => child.kill('SIGKILL'),
  }
}

type Timed = () => Promise<number>

/** Medians in ms of several runs in turn, after one each that does not count. */
async function medians(...timed: Timed[]): Promise<number[]> {
  const times = timed.map((): number[] => [])
  for (let n = 0; n <= RUNS; n++) {
    for (const [index, run] of timed.entries()) {
      const time = await run()
      if (n > 0) times[index]?.push(time)
    }
  }
  return times.map((runs) => runs.sort((a, b) => a - b)[RUNS >> 1] ?? NaN)
}

function bareStream(bare: Bare): Timed {
  let count = 0
  let done: () => void = () => undefined
  bare.onChunk((chunk) => {
    if (chunk.byteLength !== SIZE) throw new Error('a chunk came in pieces')
    if (++count % CHUNKS === 0) done()
  })
  return async () => {
    const start = performance.now()
    await new Promise<void>((resolve) => {
      done = resolve
      bare.ask()
    })
    return performance.now() - start
  }
}

const input = { chunks: CHUNKS, size: SIZE, give: true }

function ourStream(client: Client<TestTable>): Timed {
  return async () => {
    const start = performance.now()
    let count = 0
    for await (const chunk of client.stream('download', input)) count += chunk.byteLength
    if (count !== CHUNKS * SIZE) throw new Error('bytes are missing')
    return performance.now() - start
  }
}

/** From the abort to the other side's last word: its handler has ended, and nothing more can come. */
function ourAbort(client: Client<TestTable>, port: Port): Timed {
  let lastWord: () => void = () => undefined
  port.onMessage((raw) => {
    if ((raw as { kind: string }).kind === 'error') lastWord()
  })
  return async () => {
    const stopped = new Promise<void>((resolve) => (lastWord = resolve))
    const controller = new AbortController()
    let start = NaN
    let count = 0
    try {
      for await (const _ of client.stream('download', input, { signal: controller.signal })) {
        if (++count !== CHUNKS / 2) continue
        start = performance.now()
        controller.abort()
      }
    } catch {
      await stopped
    }
    return performance.now() - start
  }
}

/** 100 MB of bytes through the protocol against the bare pipe, and how long an abort midway takes. */
export async function benchWire(): Promise<WireFigure[]> {
  const ours = await bundleProgram('test/contract/peer.ts')
  const peer = await bundleProgram('test/bench/wire-bare.ts')
  const pipes = [
    { name: 'MessagePort', open: openThread, openBare: bareThread },
    { name: 'WebSocket', open: openWebSocket, openBare: bareWebSocket },
    { name: 'process', open: openProcess, openBare: bareProcess },
  ]
  const figures: WireFigure[] = []
  for (const { name, open, openBare } of pipes) {
    const bare = await openBare(peer.file)
    const { port, kill } = await open(ours.file)
    const client = connect(port, testTable)
    const [peer_ms = NaN, ours_ms = NaN] = await medians(bareStream(bare), ourStream(client))
    const [abort_ms = NaN] = await medians(ourAbort(client, port))
    figures.push(
      { name: `wire ${name}: 100 MB`, ours_ms, peer_ms, ratio: ours_ms / peer_ms },
      { name: `wire ${name}: abort midway`, ours_ms: abort_ms, peer_ms: null, ratio: null },
    )
    await bare.kill()
    await kill()
  }
  await Promise.all([ours.remove(), peer.remove()])
  return figures
}
