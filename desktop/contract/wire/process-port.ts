import { framePort } from './frame-port.ts'
import type { Port, PortOptions } from './port.ts'

/** Either end of `fork(…, { serialization: 'advanced' })`: the child, or `process` inside it. */
export interface ForkLike {
  readonly connected: boolean
  send?(message: unknown, callback: (error: Error | null) => void): boolean
  disconnect?(): void
  on(event: 'message' | 'disconnect', listener: (value: unknown) => void): unknown
}

/** Either end of Electron's utility process: the child, or `process.parentPort` inside it. */
export interface UtilityLike {
  postMessage(message: unknown): void
  kill?(): boolean
  on(event: 'message' | 'exit', listener: (value: unknown) => void): unknown
}

/** Above this many unsent messages a sender waits. */
const HIGH_WATER = 16

/** A port on a Node child process, from either side. Closing it disconnects the channel. */
export function forkPort(end: ForkLike, options?: PortOptions): Port {
  let unsent = 0
  let waiting: (() => void)[] = []
  const sent = () => {
    unsent -= 1
    if (unsent > HIGH_WATER) return
    for (const resolve of waiting) resolve()
    waiting = []
  }
  return framePort(
    {
      send(frame) {
        if (!end.connected) return
        unsent += 1
        end.send?.(frame, sent)
      },
      onBytes: (handler) => void end.on('message', handler),
      onEnd: (handler) => void end.on('disconnect', handler),
      end() {
        if (end.connected) end.disconnect?.()
      },
      drained: (ending) =>
        unsent <= HIGH_WATER
          ? undefined
          : new Promise((resolve) => {
              waiting.push(resolve)
              ending.whenOver(resolve)
            }),
    },
    options,
  )
}

/** A port on Electron's utility process, from either side. Closing it kills the child. */
export function utilityPort(end: UtilityLike, options?: PortOptions): Port {
  return framePort(
    {
      send: (frame) => end.postMessage(frame),
      // the child is handed an event, its parent the bare value
      onBytes: (handler) =>
        void end.on('message', (got) => {
          const wrapped = typeof got === 'object' && got !== null && 'data' in got
          handler(wrapped ? got.data : got)
        }),
      onEnd: (handler) => void end.on('exit', handler),
      end: () => void end.kill?.(),
      drained: () => undefined,
    },
    options,
  )
}
