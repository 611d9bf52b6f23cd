import type { Message } from './message.ts'

/** The largest message sent or taken, in bytes; a larger one that arrives closes the port. */
export const MESSAGE_LIMIT = 256 * 2 ** 20

export interface PortOptions {
  readonly limit?: number
}

/** A two-way pipe for whole messages, in order. */
export interface Port {
  /**
   * Sends a message; a closed port swallows it. Buffers in `transfer` are given away where the
   * pipe can move them. Throws `bad_request` on a value that cannot travel, `too_large` over the limit.
   */
  send(message: Message, transfer?: readonly ArrayBuffer[]): void
  /** What arrives is not yet checked. */
  onMessage(handler: (raw: unknown) => void): void
  /** Called once, whichever side closed; at once if the port is closed already. */
  onClose(handler: () => void): void
  close(): void
  /** Nothing while there is room; else a promise that resolves when there is again, or on close. */
  drained(): Promise<void> | undefined
}

/** Remembers that something ended, and tells it once to everyone who asked. */
export class Ending {
  #handlers: (() => void)[] = []
  #over = false

  get over(): boolean {
    return this.#over
  }

  whenOver(handler: () => void): void {
    if (this.#over) handler()
    else this.#handlers.push(handler)
  }

  readonly now = (): void => {
    if (this.#over) return
    this.#over = true
    for (const handler of this.#handlers.splice(0)) handler()
  }
}
