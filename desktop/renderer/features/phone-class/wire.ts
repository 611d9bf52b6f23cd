import { type FromPhone, type ToPhone, toPhoneSchema } from '../../../contract/lan-wire.ts'

/** A WebSocket as far as the wire needs it. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>

interface Listeners {
  readonly ononline: (online: boolean) => void
  readonly onmessage: (message: ToPhone) => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 5000

/** A WebSocket that comes back after each break, with growing pauses, until it is ended. */
export class Wire {
  readonly #open: () => Socket
  readonly #listeners: Listeners
  #socket: Socket | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #online = false
  #over = false

  constructor(open: () => Socket, listeners: Listeners) {
    this.#open = open
    this.#listeners = listeners
  }

  /** What is sent while the line is broken is lost. */
  send(message: FromPhone): void {
    if (this.#online) this.#socket?.send(JSON.stringify(message))
  }

  /** Opens the line anew, without a pause. */
  connect(): void {
    this.end()
    const socket = this.#open()
    this.#socket = socket
    socket.onopen = () => this.#tell(true)
    socket.onmessage = ({ data }: { readonly data: unknown }) => {
      const message = read(data)
      if (!message) return
      this.#failures = 0
      this.#listeners.onmessage(message)
    }
    socket.onclose = () => {
      this.#socket = undefined
      this.#tell(false)
      if (this.#over) return
      const wait = Math.min(FIRST_WAIT_MS * 2 ** this.#failures, LONGEST_WAIT_MS)
      this.#failures += 1
      this.#timer = setTimeout(() => this.connect(), wait)
    }
  }

  /**
   * Opens the line now if it is broken: the phone woke up, or the network is back. One that looks
   * whole may have died in the sleep, so who waits for an answer opens it anew.
   */
  hurry(isWaiting: boolean): void {
    if (!this.#online || isWaiting) this.connect()
  }

  /** What is under way is still sent; when the line breaks it stays so. */
  settle(): void {
    this.#over = true
  }

  /** Closes the line. */
  end(): void {
    clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = undefined
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
    }
    this.#tell(false)
  }

  #tell(online: boolean): void {
    if (online === this.#online) return
    this.#online = online
    this.#listeners.ononline(online)
  }
}

/** A message of the host; nothing for what is none. */
function read(data: unknown): ToPhone | undefined {
  try {
    return toPhoneSchema.parse(JSON.parse(String(data)))
  } catch {
    return undefined
  }
}
