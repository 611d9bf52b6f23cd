import { ZhizhiError } from '../errors.ts'
import { checked } from './checked.ts'
import { MAX_CREDIT } from './message.ts'
import type { Port } from './port.ts'
import type { Call, Procedure } from './procedure.ts'
import { transferOf } from './transfer.ts'

/** Items that may wait for credit where a handler does not wait for `emit`. */
const MAX_WAITING = 64
const PROGRESS_MS = 50

interface Waiting {
  readonly send: () => void
  readonly fail: (error: unknown) => void
}

/** One running call: its credit, the items that wait for credit, and its last word. */
export class ServerCall<C> implements Call<unknown, unknown, C> {
  readonly id: number
  readonly context: C
  readonly #port: Port
  readonly #procedure: Procedure
  readonly #controller = new AbortController()
  #credit: number
  #waiting: Waiting[] = []
  #over = false
  #toldAt = -Infinity
  #untold: { value: unknown } | undefined
  #lastEmit: Promise<void> = Promise.resolve()

  constructor(port: Port, procedure: Procedure, id: number, credit: number, context: C) {
    this.#port = port
    this.#procedure = procedure
    this.id = id
    this.#credit = credit
    this.context = context
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  readonly emit = (item: unknown): Promise<void> => {
    const sent = this.#emit(item)
    sent.catch(() => undefined) // a handler that does not wait must not bring its process down
    this.#lastEmit = sent
    return sent
  }

  readonly progress = (progress: unknown): void => {
    const value = checked(this.#procedure.progress, progress, 'internal')
    const now = Date.now()
    if (now - this.#toldAt < PROGRESS_MS || this.#port.drained()) {
      this.#untold = { value } // the newest wins
    } else {
      this.#toldAt = now
      this.#tell(value)
    }
  }

  /** Resolves when every item is sent. */
  flushed(): Promise<void> {
    return this.#lastEmit
  }

  /** Allows n more items; those that waited go first. */
  grant(n: number): void {
    this.#credit = Math.min(this.#credit + n, MAX_CREDIT)
    while (this.#credit > 0) {
      const next = this.#waiting.shift()
      if (!next) return
      this.#credit -= 1
      next.send()
    }
  }

  /** Stops items and progress, and tells the handler why. The last word is still to come. */
  abort(reason: ZhizhiError): void {
    if (this.signal.aborted) return
    this.#controller.abort(reason)
    for (const { fail } of this.#waiting.splice(0)) fail(reason)
  }

  /** Says the last word, unless it was said already. */
  finish(say: () => void): void {
    if (this.#over) return
    this.#tellRest()
    say() // may throw, and then something else is the last word
    this.#over = true
  }

  async #emit(item: unknown): Promise<void> {
    this.#mustRun()
    const value = checked(this.#procedure.item, item, 'internal')
    await this.#inTurn(() => {
      this.#port.send({ kind: 'item', id: this.id, value }, transferOf(item))
    })
    await this.#port.drained()
  }

  #tell(value: unknown): void {
    this.#untold = undefined
    if (this.#over || this.signal.aborted) return
    this.#port.send({ kind: 'progress', id: this.id, value })
  }

  #tellRest(): void {
    if (!this.#untold) return
    try {
      this.#tell(this.#untold.value)
    } catch {
      // progress that cannot travel is not worth the last word
    }
  }

  #mustRun(): void {
    this.signal.throwIfAborted()
    if (this.#over) throw new ZhizhiError('cancelled')
  }

  #inTurn(send: () => void): Promise<void> {
    if (this.#credit > 0) {
      this.#credit -= 1
      send()
      return Promise.resolve()
    }
    if (this.#waiting.length >= MAX_WAITING) {
      throw new ZhizhiError('internal', { why: 'emit without waiting' })
    }
    return new Promise((resolve, reject) => {
      const fail: Waiting['fail'] = reject
      const sendNow = () => {
        try {
          send()
          resolve()
        } catch (error) {
          fail(error)
        }
      }
      this.#waiting.push({ send: sendNow, fail })
    })
  }
}
