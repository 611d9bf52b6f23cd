import { ZhizhiError, toWireError } from '../errors.ts'
import { checked } from './checked.ts'
import { type Request, idOfRefused, requestSchema } from './message.ts'
import type { Port } from './port.ts'
import type { Handlers, Name, Procedure, Table } from './procedure.ts'
import { ServerCall } from './server-call.ts'
import { transferOf } from './transfer.ts'

export interface ServeOptions {
  /** Calls that may run at once on this port; 1000 unless said. Over it: `busy`. */
  readonly maxCalls?: number
  /** Told of each malformed message, answered or not. */
  readonly onRefused?: () => void
  /** Told of each error that a caller sees only as `internal`, for the log. */
  readonly onInternal?: (error: unknown, name: string) => void
}

type AnyHandler<C> = (input: unknown, call: ServerCall<C>) => unknown

class Server<T extends Table, C> {
  readonly #port: Port
  readonly #table: T
  readonly #handlers: Handlers<T, C>
  readonly #context: C
  readonly #options: ServeOptions
  readonly #calls = new Map<number, ServerCall<C>>()

  constructor(port: Port, table: T, handlers: Handlers<T, C>, context: C, options: ServeOptions) {
    this.#port = port
    this.#table = table
    this.#handlers = handlers
    this.#context = context
    this.#options = options
  }

  readonly receive = (raw: unknown): void => {
    const parsed = requestSchema.safeParse(raw)
    if (parsed.success) this.#handle(parsed.data)
    else this.#refuse(idOfRefused(raw))
  }

  readonly abortAll = (): void => {
    for (const call of this.#calls.values()) call.abort(new ZhizhiError('disconnected'))
  }

  #handle(request: Request): void {
    const running = this.#calls.get(request.id)
    switch (request.kind) {
      case 'call':
        if (running) this.#refuse(request.id)
        else this.#start(request)
        return
      case 'cancel':
        running?.abort(new ZhizhiError('cancelled'))
        return
      case 'credit':
        running?.grant(request.n)
    }
  }

  /** A malformed message ends the call it names. */
  #refuse(id: number | undefined): void {
    this.#options.onRefused?.()
    if (id === undefined) return
    const error = new ZhizhiError('bad_request', { why: 'message' })
    const running = this.#calls.get(id)
    if (running) {
      running.finish(() => this.#answer(id, error))
      running.abort(error)
    } else {
      this.#answer(id, error)
    }
  }

  #answer(id: number, error: unknown): void {
    this.#port.send({ kind: 'error', id, error: toWireError(error) })
  }

  #start(request: Extract<Request, { kind: 'call' }>): void {
    const { id, name, credit } = request
    const limit = this.#options.maxCalls ?? 1000
    const procedure = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined
    if (this.#calls.size >= limit) {
      this.#answer(id, new ZhizhiError('busy', { limit }))
    } else if (!procedure) {
      this.#answer(id, new ZhizhiError('unknown_procedure', { name }))
    } else {
      const call = new ServerCall(this.#port, procedure, id, credit, this.#context)
      this.#calls.set(id, call)
      void this.#run(call, name, procedure, request.input)
    }
  }

  async #run(call: ServerCall<C>, name: Name<T>, procedure: Procedure, raw: unknown) {
    const { id } = call
    // the table's types bind each handler to the schemas that are run around it here
    const handler = this.#handlers[name] as AnyHandler<C>
    try {
      const input = checked(procedure.input, raw, 'bad_request')
      const output = await handler(input, call)
      await call.flushed()
      const value = checked(procedure.output, output, 'internal')
      call.finish(() => this.#port.send({ kind: 'done', id, value }, transferOf(output)))
    } catch (error) {
      const { aborted, reason } = call.signal as { aborted: boolean; reason: unknown }
      call.finish(() => this.#answer(id, aborted ? reason : error))
      if (!aborted && toWireError(error).code === 'internal')
        this.#options.onInternal?.(error, name)
    } finally {
      this.#calls.delete(id)
    }
  }
}

/**
 * Answers a port's calls with the handlers. Errors that carry one of our codes reach the caller; any
 * other becomes `internal`. Returns a function that aborts what runs and closes the port.
 */
export function serve<T extends Table, C>(
  port: Port,
  table: T,
  handlers: Handlers<T, C>,
  context: C,
  options: ServeOptions = {},
): () => void {
  const server = new Server(port, table, handlers, context, options)
  port.onClose(server.abortAll)
  port.onMessage(server.receive)
  return () => port.close()
}
