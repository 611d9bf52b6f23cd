import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { messagePort } from '../../desktop/contract/wire/message-port.ts'
import { encodeFrame } from '../../desktop/contract/wire/frame.ts'
import type { Port, PortOptions } from '../../desktop/contract/wire/port.ts'
import { forkPort } from '../../desktop/contract/wire/process-port.ts'
import { webSocketPort } from '../../desktop/contract/wire/web-socket.ts'

/** A started other side: our port to it, its bare pipe, and how to end it without a word. */
export interface Link {
  readonly port: Port
  /** Sends any object as a message, past all checks of our side. */
  readonly raw: (message: object) => void
  /** Sends what is no message of ours at all. */
  readonly junk: (value: unknown) => void
  readonly kill: () => Promise<void>
}

export type OpenLink = (entry: string, options?: PortOptions) => Promise<Link>

export const openThread: OpenLink = (entry, options) => {
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(entry, { workerData: { port: port2 }, transferList: [port2] })
  return Promise.resolve({
    port: messagePort(port1, options),
    raw: (message) => port1.postMessage(message),
    junk: (value) => port1.postMessage(value),
    kill: async () => {
      await worker.terminate()
    },
  })
}

async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

export const openProcess: OpenLink = (entry, options) => {
  const child = fork(entry, { serialization: 'advanced' })
  return Promise.resolve({
    port: forkPort(child, options),
    raw: (message) => child.send(encodeFrame(message)),
    junk: (value) => child.send(Buffer.from(JSON.stringify(value))),
    kill: () => killProcess(child),
  })
}

export const openWebSocket: OpenLink = async (entry, options) => {
  const child = fork(entry, ['web-socket'])
  const [tcpPort] = (await once(child, 'message')) as [number]
  const socket = new WebSocket(`ws://127.0.0.1:${tcpPort}`, { maxPayload: 0 })
  const port = webSocketPort(socket, options)
  return {
    port,
    raw: (message) => socket.send(encodeFrame(message)),
    junk: (value) => socket.send(Buffer.from(JSON.stringify(value))),
    kill: () => killProcess(child),
  }
}
