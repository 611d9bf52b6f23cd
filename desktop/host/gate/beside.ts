import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads'
import { availableParallelism } from 'node:os'
import { readCells, type Beside, type FoundAt } from '../../domain/catalogue/importing/batches.ts'

/** What a second thread of the gate is started with. */
export interface BesideJob {
  readonly port: MessagePort
  /** How many batches are done, for the first thread to wait upon. */
  readonly done: SharedArrayBuffer
  /** 1 for each batch that one of the threads has begun. */
  readonly begun: SharedArrayBuffer
}

interface Given {
  readonly batch: number
  readonly title: string
  readonly cells: readonly string[]
}

interface Done {
  readonly batch: number
  readonly found: readonly FoundAt[]
}

/** So many batches lie ready for the second thread, of some 100 kB each: about a second of its time. */
const mostAhead = 256
const mostBatches = 65_536
/** A batch takes some hundredths of a second; a thread that needs so long is no more. */
const longestWait = 60_000
const memoryMb = 512

/** Fewer rows are read before another thread has begun. */
export const fewestRows = 50_000

/** A second thread of the same program that reads cells; nothing where there is one core. */
export function startBeside(program: URL): Beside | undefined {
  if (availableParallelism() < 2) return undefined
  const { port1: own, port2: port } = new MessageChannel()
  const done = new Int32Array(new SharedArrayBuffer(4))
  const begun = new Uint8Array(new SharedArrayBuffer(mostBatches))
  const job: BesideJob = { port, done: done.buffer, begun: begun.buffer }
  const worker = new Worker(program, {
    workerData: job,
    transferList: [port],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  worker.unref()
  own.unref()
  let given = 0
  return {
    give(batch, title, cells) {
      if (batch >= mostBatches || given - Atomics.load(done, 0) >= mostAhead) return false
      const message: Given = { batch, title, cells }
      own.postMessage(message)
      given += 1
      return true
    },
    takeBack: (batch) => begins(begun, batch),
    takeAll() {
      for (let count = Atomics.load(done, 0); count < given; count = Atomics.load(done, 0)) {
        if (Atomics.wait(done, 0, count, longestWait) === 'timed-out') throw new Error('no answer')
      }
      return received(own)
    },
  }
}

/** Whether the thread that asks is the first to begin this batch. */
const begins = (begun: Uint8Array, batch: number) =>
  Atomics.compareExchange(begun, batch, 0, 1) === 0

function received(port: MessagePort): Map<number, readonly FoundAt[]> {
  const found = new Map<number, readonly FoundAt[]>()
  for (;;) {
    const next = receiveMessageOnPort(port) as { message: Done } | undefined
    if (!next) return found
    found.set(next.message.batch, next.message.found)
  }
}

export const isBesideJob = (data: object): data is BesideJob => 'port' in data

/** What the second thread does until it is ended. */
export function readBeside({ port, done, begun }: BesideJob): void {
  const count = new Int32Array(done)
  const taken = new Uint8Array(begun)
  port.on('message', ({ batch, title, cells }: Given) => {
    if (begins(taken, batch)) {
      const answer: Done = { batch, found: readCells(title, cells) }
      port.postMessage(answer)
    }
    Atomics.add(count, 0, 1)
    Atomics.notify(count, 0)
  })
}
