import { framePort } from './frame-port.ts'
import type { Ending, Port, PortOptions } from './port.ts'

/** A WebSocket of a browser or of `ws`. */
export interface SocketLike {
  binaryType: string
  readonly readyState: number
  readonly bufferedAmount: number
  send(data: Uint8Array<ArrayBuffer>): void
  close(): void
  addEventListener(
    type: 'open' | 'message' | 'error' | 'close',
    listener: (event: unknown) => void,
  ): void
}

const CONNECTING = 0
const OPEN = 1

/** Above this many unsent bytes a sender waits. */
const HIGH_WATER = 16 * 2 ** 20
const POLL_MS = 2

/** Sockets tell no event when their buffer empties, so it is looked at every few milliseconds. */
function whenDrained(socket: SocketLike, ending: Ending): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (ending.over || socket.bufferedAmount <= HIGH_WATER) resolve()
      else setTimeout(look, POLL_MS)
    }
    look()
  })
}

/** A port on a WebSocket; what is sent before it opens waits until it is. */
export function webSocketPort(socket: SocketLike, options?: PortOptions): Port {
  socket.binaryType = 'arraybuffer'
  const early: Uint8Array<ArrayBuffer>[] = []
  // `ws` throws an error that nobody listens to; the close that follows says all that matters
  socket.addEventListener('error', () => undefined)
  socket.addEventListener('open', () => {
    for (const frame of early.splice(0)) socket.send(frame)
  })
  return framePort(
    {
      send(frame) {
        if (socket.readyState === CONNECTING) early.push(frame)
        else if (socket.readyState === OPEN) socket.send(frame)
      },
      onBytes(handler) {
        socket.addEventListener('message', (event) => handler((event as { data: unknown }).data))
      },
      onEnd: (handler) => socket.addEventListener('close', handler),
      end: () => socket.close(),
      drained: (ending) =>
        socket.bufferedAmount > HIGH_WATER ? whenDrained(socket, ending) : undefined,
    },
    options,
  )
}
