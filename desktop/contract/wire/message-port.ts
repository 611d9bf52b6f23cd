import { ZhizhiError } from '../errors.ts'
import { Ending, MESSAGE_LIMIT, type Port, type PortOptions } from './port.ts'
import { type Binary, type Leaves, makeBinary, rebuild } from './values.ts'

interface Postable {
  postMessage(message: unknown, transfer: never[]): void
  start(): void
  close(): void
}

/** A MessagePort of a browser, or of Node's worker_threads. */
export interface EventPort extends Postable {
  addEventListener(type: 'message' | 'close', listener: (event: unknown) => void): void
}

/** Electron's MessagePortMain; Node's ports too are typed so. */
export interface EmitterPort extends Postable {
  on(event: 'message' | 'close', listener: (event: unknown) => void): unknown
}

function listen(
  port: EventPort | EmitterPort,
  type: 'message' | 'close',
  handler: (data: unknown) => void,
): void {
  const listener = (event: unknown) => handler((event as { data?: unknown } | undefined)?.data)
  if ('addEventListener' in port) port.addEventListener(type, listener)
  else port.on(type, listener)
}

/**
 * A clone of a view carries all of the memory under it, so a view on a part becomes a view on a
 * copy of that part, unless its memory is given away.
 */
function compact(binary: Binary, original: unknown): unknown {
  const { kind, buffer, byteOffset, byteLength } = binary
  if (byteLength === buffer.byteLength) return original
  return makeBinary(kind, new Uint8Array(buffer, byteOffset, byteLength).slice())
}

/**
 * A copy with its binary values as `pack` returns them. Its size, as the limit counts it: bytes of
 * binary values, characters of strings, 8 for any other scalar.
 */
function plain(value: unknown, limit: number, pack: Leaves['binary']): unknown {
  let size = 0
  const count = (more: number) => {
    size += more
    if (size > limit) throw new ZhizhiError('too_large', { size, limit })
  }
  return rebuild(value, {
    scalar(scalar) {
      count(typeof scalar === 'string' ? scalar.length : 8)
      return scalar
    },
    binary(binary, original) {
      count(binary.byteLength)
      return pack(binary, original)
    },
  })
}

/** What is left of a message that cannot be taken, so that its call can be refused. */
function idAlone(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? { id: raw.id } : undefined
}

/** A port on a MessagePort of a browser, Node or Electron. */
export function messagePort(pipe: EventPort | EmitterPort, options: PortOptions = {}): Port {
  const limit = options.limit ?? MESSAGE_LIMIT
  const movesBuffers = 'addEventListener' in pipe
  const ending = new Ending()
  listen(pipe, 'close', ending.now)

  const close = () => {
    if (ending.over) return
    pipe.close()
    ending.now()
  }
  const check = (raw: unknown): unknown => {
    try {
      return plain(raw, limit, (_, original) => original)
    } catch (error) {
      if (error instanceof ZhizhiError && error.code === 'too_large') close()
      return idAlone(raw)
    }
  }

  return {
    send(message, transfer = []) {
      if (ending.over) return
      const given = movesBuffers ? transfer : []
      const packed = plain(message, limit, (binary, original) =>
        given.includes(binary.buffer) ? original : compact(binary, original),
      )
      // the pipe's own type says which things it can move; buffers are among them
      pipe.postMessage(packed, [...given] as never[])
    },
    onMessage(handler) {
      listen(pipe, 'message', (raw) => {
        if (!ending.over) handler(check(raw))
      })
      pipe.start()
    },
    onClose: (handler) => ending.whenOver(handler),
    close,
    drained: () => undefined,
  }
}
