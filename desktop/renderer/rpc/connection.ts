import { createSubscriber } from 'svelte/reactivity'
import { ZhizhiError } from '../../contract/errors.ts'
import { type AppTable, appTable } from '../../contract/procedures.ts'
import { connect } from '../../contract/wire/client.ts'
import type { Port } from '../../contract/wire/port.ts'
import type { Client } from '../../contract/wire/procedure.ts'

export type AppClient = Client<AppTable>
export type ConnectionState = 'connecting' | 'open' | 'lost'

interface AnyOptions {
  readonly signal?: AbortSignal
}
/** The client without its types, which come from the table. */
interface AnyClient {
  call(name: string, input: unknown, options?: AnyOptions): Promise<unknown>
  stream(name: string, input: unknown, options?: AnyOptions): AnyStream
}
interface AnyStream extends AsyncIterable<unknown, void, undefined> {
  readonly result: Promise<unknown>
}

interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
}

function deferred<T>(): Deferred<T> {
  let settle: ((value: T) => void) | undefined
  const promise = new Promise<T>((resolve) => (settle = resolve))
  return { promise, resolve: (value) => settle?.(value) }
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/**
 * The line to the host, opened again with growing pauses when it breaks. `client` stays the same
 * over reconnections: calls that were under way fail with `disconnected`, calls made meanwhile wait.
 * Its getters can be read in templates and effects.
 */
export class Connection {
  readonly client: AppClient
  readonly #open: () => Promise<Port>
  #state: ConnectionState = 'connecting'
  #session = 0
  #failures = 0
  #next = deferred<AnyClient>()
  #port: Port | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopped = false
  #update: (() => void) | undefined
  readonly #follow = createSubscriber((update) => {
    this.#update = update
    return () => (this.#update = undefined)
  })

  constructor(open: () => Promise<Port>) {
    this.#open = open
    // the types are those of the clients that stand behind it
    this.client = { call: this.#call, stream: this.#stream } as unknown as AppClient
  }

  get state(): ConnectionState {
    this.#follow()
    return this.#state
  }

  /** Rises with every opened line, so that what shows data reads it again; 0 before the first. */
  get session(): number {
    this.#follow()
    return this.#session
  }

  /** Tries in a row that found nobody. */
  get failures(): number {
    this.#follow()
    return this.#failures
  }

  /** Opens the line, now. */
  async start(): Promise<void> {
    clearTimeout(this.#timer)
    this.#stopped = false
    try {
      const port = await this.#open()
      if (this.#isStopped()) port.close()
      else this.#take(port)
    } catch {
      this.#failures += 1
      this.#lose()
    }
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#port?.close()
  }

  #isStopped(): boolean {
    return this.#stopped
  }

  #take(port: Port): void {
    this.#port = port
    this.#failures = 0
    this.#session += 1
    this.#state = 'open'
    this.#next.resolve(connect(port, appTable))
    port.onClose(() => this.#lose())
    this.#update?.()
  }

  #lose(): void {
    if (this.#state === 'open') this.#next = deferred()
    if (this.#stopped) return
    this.#state = 'lost'
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.#failures, LONGEST_WAIT_MS)
    this.#timer = setTimeout(() => void this.start(), wait)
    this.#update?.()
  }

  #ready({ signal }: AnyOptions = {}): Promise<AnyClient> {
    if (!signal) return this.#next.promise
    return new Promise((resolve, reject) => {
      const cancel = () => reject(new ZhizhiError('cancelled'))
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel, { once: true })
      void this.#next.promise.then((client) => {
        signal.removeEventListener('abort', cancel)
        resolve(client)
      })
    })
  }

  readonly #call: AnyClient['call'] = async (name, input, options) => {
    const client = await this.#ready(options)
    return client.call(name, input, options)
  }

  readonly #stream: AnyClient['stream'] = (name, input, options) => {
    const started = this.#ready(options).then((client) => ({
      stream: client.stream(name, input, options),
    }))
    const result = started.then(({ stream }) => stream.result)
    result.catch(() => undefined) // nobody has to look at it: the loop throws the same error
    async function* items(): AsyncGenerator<unknown, void, undefined> {
      yield* (await started).stream
    }
    return { result, [Symbol.asyncIterator]: items }
  }
}
