import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, searchPath } from './names.ts'
import type { Overdue } from './overdue.ts'

/** A statement that starts forgets an interrupt that came just before, so it is repeated. */
const INTERRUPT_EVERY_MS = 50

interface Seat {
  readonly connection: DuckDBConnection
  /** The schemas that names are looked for in, as `turnTo` takes them, on lines of their own. */
  path: string
}

interface Waiting {
  readonly signal: AbortSignal
  readonly take: (seat: Seat) => void
}

/**
 * A few connections that one kind of work shares, first come, first served: each piece of work has
 * a connection to itself, so that an interrupt stops that piece and no other.
 */
export class Lane {
  readonly #idle: Seat[]
  readonly #overdue: Overdue
  #waiting: Waiting[] = []

  constructor(connections: readonly DuckDBConnection[], overdue: Overdue) {
    this.#idle = connections.map((connection) => ({ connection, path: 'main' }))
    this.#overdue = overdue
  }

  /**
   * Runs `work` where unqualified names mean `schema`, the first of them, then `main`. Abort interrupts DuckDB; `tidy`
   * runs after that, in any case, and is not interrupted.
   */
  async run<T>(
    signal: AbortSignal,
    schema: string | readonly string[],
    work: (connection: DuckDBConnection) => Promise<T>,
    tidy?: (connection: DuckDBConnection) => Promise<unknown>,
  ): Promise<T> {
    const seat = await this.#sit(signal)
    const stop = this.#watch(signal, seat.connection)
    try {
      await this.#turn(seat, typeof schema === 'string' ? [schema] : schema)
      signal.throwIfAborted()
      return await work(seat.connection)
    } catch (error) {
      signal.throwIfAborted() // what an interrupted statement says is not news
      throw error
    } finally {
      stop()
      await tidy?.(seat.connection).catch(() => undefined)
      this.#leave(seat)
    }
  }

  async #turn(seat: Seat, schemas: readonly string[]): Promise<void> {
    const path = schemas.join('\n')
    if (seat.path === path) return
    seat.path = '' // whatever becomes of the statement
    await turnTo(seat.connection, schemas)
    seat.path = path
  }

  #sit(signal: AbortSignal): Promise<Seat> {
    signal.throwIfAborted()
    const seat = this.#idle.pop()
    if (seat) return Promise.resolve(seat)
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
        reject(signal.reason as Error)
      }
      const take = (free: Seat) => {
        signal.removeEventListener('abort', giveUp)
        resolve(free)
      }
      const waiting: Waiting = { signal, take }
      signal.addEventListener('abort', giveUp, { once: true })
      this.#waiting.push(waiting)
    })
  }

  #leave(seat: Seat): void {
    const next = this.#waiting.shift()
    if (next) next.take(seat)
    else this.#idle.push(seat)
  }

  #watch(signal: AbortSignal, connection: DuckDBConnection): () => void {
    let stopped: (() => void) | undefined
    let timer: NodeJS.Timeout | undefined
    const interrupt = () => connection.interrupt()
    const abort = () => {
      stopped = this.#overdue.begin()
      interrupt()
      timer = setInterval(interrupt, INTERRUPT_EVERY_MS)
    }
    signal.addEventListener('abort', abort, { once: true })
    return () => {
      signal.removeEventListener('abort', abort)
      clearInterval(timer)
      stopped?.()
    }
  }
}

/** Makes unqualified names mean the first schema there, then the datasets. */
export async function turnTo(
  connection: DuckDBConnection,
  schemas: readonly string[],
): Promise<void> {
  await connection.run(`SET search_path = ${literal(searchPath(schemas))}`)
}
