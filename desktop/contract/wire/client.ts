import { ZhizhiError, fromWireError } from '../errors.ts'
import { checked } from './checked.ts'
import { ItemQueue } from './item-queue.ts'
import { type Reply, replySchema } from './message.ts'
import type { Port } from './port.ts'
import type { Client, Procedure, StreamOptions, Table } from './procedure.ts'
import { transferOf } from './transfer.ts'

export interface ConnectOptions {
  /** Told of each malformed message that was dropped. */
  readonly onRefused?: () => void
}

type Options = StreamOptions<never>

interface Pending {
  readonly procedure: Procedure
  readonly onProgress: ((progress: never) => void) | undefined
  readonly queue: ItemQueue
  readonly resolve: (output: unknown) => void
  readonly fail: (error: unknown) => void
}

const DEFAULT_WINDOW = 16

class Connection {
  readonly #port: Port
  readonly #table: Table
  readonly #options: ConnectOptions
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  #closed = false

  constructor(port: Port, table: Table, options: ConnectOptions) {
    this.#port = port
    this.#table = table
    this.#options = options
  }

  readonly close = (): void => {
    this.#closed = true
    for (const id of [...this.#pending.keys()]) this.#fail(id, new ZhizhiError('disconnected'))
  }

  readonly receive = (raw: unknown): void => {
    const parsed = replySchema.safeParse(raw)
    if (!parsed.success || parsed.data.id > this.#lastId) {
      this.#options.onRefused?.()
      return
    }
    const reply = parsed.data
    const pending = this.#pending.get(reply.id)
    if (!pending) return // cancelled here while the reply was on its way
    try {
      this.#handle(reply, pending)
    } catch (error) {
      this.#abandon(reply.id, error)
    }
  }

  start(name: string, input: unknown, window: number, options: Options) {
    const id = (this.#lastId += 1)
    const { signal, onProgress } = options
    const queue = new ItemQueue(window, (n) => this.#port.send({ kind: 'credit', id, n }))
    const cancel = () => this.#abandon(id, new ZhizhiError('cancelled'))
    const result = new Promise((resolve, reject) => {
      const procedure = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined
      if (!procedure) throw new ZhizhiError('unknown_procedure', { name })
      if (this.#closed) throw new ZhizhiError('disconnected')
      if (signal?.aborted) throw new ZhizhiError('cancelled')
      signal?.addEventListener('abort', cancel)
      this.#pending.set(id, { procedure, onProgress, queue, resolve, fail: reject })
      try {
        this.#port.send({ kind: 'call', id, name, input, credit: window }, transferOf(input))
      } catch (error) {
        this.#fail(id, error)
      }
    }).finally(() => signal?.removeEventListener('abort', cancel))
    return { result, queue, cancel }
  }

  #handle(reply: Reply, { procedure, onProgress, queue, resolve }: Pending): void {
    switch (reply.kind) {
      case 'item':
        if (queue.push(checked(procedure.item, reply.value, 'internal'))) return
        throw new ZhizhiError('bad_request', { why: 'credit' })
      case 'progress':
        onProgress?.(checked(procedure.progress, reply.value, 'internal') as never)
        return
      case 'done': {
        const output = checked(procedure.output, reply.value, 'internal')
        this.#pending.delete(reply.id)
        queue.end(false)
        resolve(output)
        return
      }
      case 'error':
        this.#fail(reply.id, fromWireError(reply.error))
    }
  }

  /** Ends a call here; what came before the error can still be read. */
  #fail(id: number, error: unknown, drop = false): void {
    const pending = this.#pending.get(id)
    if (!pending) return
    this.#pending.delete(id)
    pending.queue.end(drop)
    pending.fail(error)
  }

  /** Ends a call here and tells the other side to stop. */
  #abandon(id: number, error: unknown): void {
    if (!this.#pending.has(id)) return
    this.#port.send({ kind: 'cancel', id })
    this.#fail(id, error, true)
  }
}

/** Calls the procedures that the port's other side serves. */
export function connect<T extends Table>(
  port: Port,
  table: T,
  options: ConnectOptions = {},
): Client<T> {
  const connection = new Connection(port, table, options)
  port.onMessage(connection.receive)
  port.onClose(connection.close)

  const call = (name: string, input: unknown, rest: Options = {}): Promise<unknown> =>
    connection.start(name, input, 0, rest).result

  const stream = (name: string, input: unknown, rest: Options = {}) => {
    const window = Math.max(1, rest.window ?? DEFAULT_WINDOW)
    const { result, queue, cancel } = connection.start(name, input, window, rest)
    result.catch(() => queue.end(false)) // nobody has to look at it: the loop throws the same error
    async function* items(): AsyncGenerator<unknown, void, undefined> {
      try {
        yield* queue.read()
        await result
      } finally {
        cancel()
      }
    }
    return { result, [Symbol.asyncIterator]: items }
  }

  // the public types are stricter than the two functions: they come from the table
  return { call, stream } as unknown as Client<T>
}
