import type { AddressInfo } from 'node:net'
import { type MessagePort, isMainThread, workerData } from 'node:worker_threads'
import { WebSocketServer } from 'ws'
import * as z from 'zod'
import { messagePort } from '../../desktop/contract/wire/message-port.ts'
import { requestSchema } from '../../desktop/contract/wire/message.ts'
import { MESSAGE_LIMIT, type Port } from '../../desktop/contract/wire/port.ts'
import { forkPort } from '../../desktop/contract/wire/process-port.ts'
import { serve } from '../../desktop/contract/wire/server.ts'
import { webSocketPort } from '../../desktop/contract/wire/web-socket.ts'
import { type Memory, handlers } from './handlers.ts'
import { testTable } from './table.ts'

/** The other side of every port: a thread, a process, or a process with a WebSocket server. */
z.config({ jitless: true })

function start(port: Port): void {
  const memory: Memory = {
    records: new Map(),
    refused: 0,
    running: 0,
    overrun(items) {
      for (let n = 0; n < items; n++) port.send({ kind: 'item', id: lastCall, value: n })
    },
    die: () => process.exit(1), // in a thread: ends the thread
  }
  let lastCall = 0
  port.onMessage((raw) => {
    const request = requestSchema.safeParse(raw)
    if (request.success && request.data.kind === 'call') lastCall = request.data.id
  })
  serve(port, testTable, handlers, memory, {
    maxCalls: 300,
    onRefused: () => (memory.refused += 1),
  })
}

function listen(): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: MESSAGE_LIMIT })
  server.on('connection', (socket) => start(webSocketPort(socket)))
  server.on('listening', () => process.send?.((server.address() as AddressInfo).port))
  process.on('disconnect', () => process.exit())
}

if (!isMainThread) start(messagePort((workerData as { port: MessagePort }).port))
else if (process.argv[2] === 'web-socket') listen()
else start(forkPort(process))
