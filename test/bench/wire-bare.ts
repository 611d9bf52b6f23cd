import type { AddressInfo } from 'node:net'
import { type MessagePort, isMainThread, workerData } from 'node:worker_threads'
import { WebSocketServer } from 'ws'
import { CHUNKS, SIZE } from './wire-size.ts'

/** The bare pipes: each message that comes in is answered with all chunks, without any protocol. */
function chunks(send: (chunk: Uint8Array<ArrayBuffer>) => void): void {
  for (let n = 0; n < CHUNKS; n++) send(new Uint8Array(SIZE).fill(n % 251))
}

function listen(): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket) => {
    socket.on('message', () => chunks((chunk) => socket.send(chunk)))
  })
  server.on('listening', () => process.send?.((server.address() as AddressInfo).port))
  process.on('disconnect', () => process.exit())
}

if (!isMainThread) {
  const { port } = workerData as { port: MessagePort }
  port.on('message', () => chunks((chunk) => port.postMessage(chunk, [chunk.buffer])))
} else if (process.argv[2] === 'web-socket') {
  listen()
} else {
  process.on('message', () => chunks((chunk) => process.send?.(chunk)))
}
