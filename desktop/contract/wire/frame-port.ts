import { ZhizhiError } from '../errors.ts'
import { decodeFrame, encodeFrame } from './frame.ts'
import { Ending, MESSAGE_LIMIT, type Port, type PortOptions } from './port.ts'

/** A pipe for bytes, as the port of frames needs it. */
export interface BytePipe {
  send(frame: Uint8Array<ArrayBuffer>): void
  onBytes(handler: (data: unknown) => void): void
  onEnd(handler: () => void): void
  end(): void
  drained(ending: Ending): Promise<void> | undefined
}

/**
 * Bytes of whatever shape a pipe delivers them in; nothing for what is no bytes. A process port
 * delivers views at any offset: those are copied once, so that what lies aligned in the frame lies
 * aligned in memory and can be read as numbers where it is.
 */
function asBytes(data: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  if (!(data instanceof Uint8Array) || !(data.buffer instanceof ArrayBuffer)) return undefined
  const view = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return data.byteOffset % 8 === 0 ? view : view.slice()
}

/** A port that carries each message as one frame. */
export function framePort(pipe: BytePipe, options: PortOptions = {}): Port {
  const limit = options.limit ?? MESSAGE_LIMIT
  const ending = new Ending()
  pipe.onEnd(ending.now)

  const close = () => {
    if (ending.over) return
    pipe.end()
    ending.now()
  }
  const decode = (data: unknown): unknown => {
    const frame = asBytes(data)
    if (!frame) return undefined
    try {
      return decodeFrame(frame, limit)
    } catch (error) {
      if (error instanceof ZhizhiError && error.code === 'too_large') close()
      return undefined // no message: whoever listens refuses it
    }
  }

  return {
    send(message) {
      if (!ending.over) pipe.send(encodeFrame(message, limit))
    },
    onMessage(handler) {
      pipe.onBytes((data) => {
        if (!ending.over) handler(decode(data))
      })
    },
    onClose: (handler) => ending.whenOver(handler),
    close,
    drained: () => (ending.over ? undefined : pipe.drained(ending)),
  }
}
