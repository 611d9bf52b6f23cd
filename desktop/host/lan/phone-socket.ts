import type { WebSocket } from 'ws'
import type { PhoneEar, PhoneLink } from '../../services/classroom/lan/ports.ts'
import type { LanLimits } from './limits.ts'

/** Who listens to a new connection. */
export type Take = (link: PhoneLink) => PhoneEar

/** One phone's WebSocket: text only, not too much at once, and alive. */
export class PhoneSocket {
  readonly #socket: WebSocket
  readonly #limits: LanLimits
  #tokens: number
  #filledAt = Date.now()
  #answered = true
  #closing = false

  constructor(socket: WebSocket, limits: LanLimits) {
    this.#socket = socket
    this.#limits = limits
    this.#tokens = limits.burst
  }

  /** Hands the connection to who listens to it. */
  serve(remote: string, take: Take): void {
    const socket = this.#socket
    const ear = take({
      remote,
      send: (message) => this.#send(JSON.stringify(message)),
      close: () => this.#close(),
    })
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.cut()
      else if (this.#mayTell() && !this.#closing) ear.heard(data.toString('utf8'))
    })
    socket.on('pong', () => (this.#answered = true))
    socket.on('ping', () => this.#mayTell())
    socket.on('error', () => undefined) // what was not well-formed; the connection closes itself
    socket.on('close', () => ear.gone())
  }

  /** Asks for a sign of life; who gave none since the last time is away. */
  ping(): void {
    if (!this.#answered) {
      this.cut()
      return
    }
    this.#answered = false
    this.#socket.ping()
  }

  cut(): void {
    this.#socket.terminate()
  }

  #send(text: string): void {
    if (this.#closing || this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(text)
    if (this.#socket.bufferedAmount > this.#limits.waiting) this.cut()
  }

  /** Says farewell, and cuts the connection where that is not answered. */
  #close(): void {
    this.#closing = true
    this.#socket.close(1000)
    setTimeout(() => this.cut(), this.#limits.farewell).unref()
  }

  /** Who tells too much is cut off. */
  #mayTell(): boolean {
    const { burst, perSecond } = this.#limits
    const now = Date.now()
    const fresh = ((now - this.#filledAt) / 1000) * perSecond
    this.#tokens = Math.min(burst, this.#tokens + fresh) - 1
    this.#filledAt = now
    if (this.#tokens >= 0) return true
    this.cut()
    return false
  }
}
