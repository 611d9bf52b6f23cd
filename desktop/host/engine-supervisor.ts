import { setTimeout } from 'node:timers/promises'
import type { EngineTable } from '../contract/engine.ts'
import { ZhizhiError } from '../contract/errors.ts'
import type { CallOptions, Client, Stream, StreamOptions } from '../contract/wire/procedure.ts'
import type { Engine, EngineState } from '../services/ports.ts'
import { type EngineEnd, EngineRun, type RunOptions } from './engine-supervisor-run.ts'

export interface SupervisorOptions extends RunOptions {
  /** Told why each process ended. */
  readonly onEnd?: (why: EngineEnd) => void
}

/** Starts in a row that may fail before the engine is left alone. */
const MOST_FAILURES = 5
const PAUSE_MS = 200

interface Waiting {
  readonly resolve: (run: EngineRun) => void
  readonly reject: (error: ZhizhiError) => void
}

type AnyOptions = StreamOptions<never> & CallOptions<never>
interface AnyClient {
  call(name: string, input: unknown, options: AnyOptions): Promise<unknown>
  stream(name: string, input: unknown, options: AnyOptions): Stream<unknown, unknown>
}
const any = (client: Client<EngineTable>) => client as unknown as AnyClient

/**
 * Keeps one engine process alive: starts it, kills it when it swells, hangs or does not stop when
 * told, and starts it again, prepared as before. Calls made while it starts wait; calls that were
 * running when it ended fail with `engine_stopped` and why.
 */
export class EngineSupervisor implements Engine {
  readonly call: Client<EngineTable>['call']
  readonly stream: Client<EngineTable>['stream']
  readonly #options: SupervisorOptions
  readonly #listeners = new Set<(state: EngineState) => void>()
  readonly #waiting = new Set<Waiting>()
  #state: EngineState = 'stopped'
  #run: EngineRun | undefined
  #living: Promise<void> | undefined
  #closed = false

  constructor(options: SupervisorOptions) {
    this.#options = options
    // the public types come from the table and are stricter than what these two do with it
    this.call = this.#call as unknown as Client<EngineTable>['call']
    this.stream = this.#stream as unknown as Client<EngineTable>['stream']
  }

  get state(): EngineState {
    return this.#state
  }

  onState(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Starts the engine, unless it runs; resolves when it is ready. The first call does it too. */
  async start(): Promise<void> {
    await this.#ready(undefined)
  }

  /** Ends the engine for good. */
  async close(): Promise<void> {
    this.#closed = true
    this.#run?.end('closed')
    await this.#living
  }

  readonly #call = async (name: string, input: unknown, options: AnyOptions = {}) => {
    const run = await this.#ready(options.signal)
    return any(run.client).call(name, input, options).catch(stopped(run))
  }

  readonly #stream = (
    name: string,
    input: unknown,
    options: AnyOptions = {},
  ): Stream<unknown, unknown> => {
    const opening = this.#ready(options.signal).then((run) => ({
      run,
      stream: any(run.client).stream(name, input, options),
    }))
    const result = opening.then(({ run, stream }) => stream.result.catch(stopped(run)))
    result.catch(() => undefined) // nobody has to look at it: the loop throws the same error
    async function* items(): AsyncGenerator<unknown, void, undefined> {
      const { run, stream } = await opening
      try {
        yield* stream
      } catch (error) {
        await stopped(run)(error)
      }
    }
    return { result, [Symbol.asyncIterator]: items }
  }

  #ready(signal: AbortSignal | undefined): Promise<EngineRun> {
    if (this.#closed) return Promise.reject(new ZhizhiError('engine_stopped', { why: 'closed' }))
    if (this.#state === 'ready' && this.#run) return Promise.resolve(this.#run)
    this.#living ??= this.#live().finally(() => (this.#living = undefined))
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#waiting.delete(waiting)
        reject(new ZhizhiError('cancelled'))
      }
      const done = () => signal?.removeEventListener('abort', cancel)
      const waiting: Waiting = {
        resolve(run) {
          done()
          resolve(run)
        },
        reject(error: ZhizhiError) {
          done()
          reject(error)
        },
      }
      this.#waiting.add(waiting)
      signal?.addEventListener('abort', cancel, { once: true })
    })
  }

  /** One process after the other, until closed or until none starts any more. */
  async #live(): Promise<void> {
    let failures = 0
    let why: EngineEnd = 'exited'
    while (!this.#closed && failures < MOST_FAILURES) {
      if (failures > 0) await setTimeout(PAUSE_MS * 2 ** failures)
      const run = this.#begin()
      const started = await run.ready.then(
        () => true,
        () => false,
      )
      failures = started ? 0 : failures + 1
      if (started) this.#tell('ready', run)
      why = await run.ended
      this.#run = undefined
      this.#tell('stopped')
      this.#options.onEnd?.(why)
    }
    for (const { reject } of this.#waiting) reject(new ZhizhiError('engine_stopped', { why }))
    this.#waiting.clear()
  }

  #begin(): EngineRun {
    this.#tell('starting')
    const run = new EngineRun(this.#options)
    this.#run = run
    if (this.#closed) run.end('closed')
    return run
  }

  #tell(state: EngineState, run?: EngineRun): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
    if (!run) return
    for (const { resolve } of this.#waiting) resolve(run)
    this.#waiting.clear()
  }
}

/** Turns the wire's `disconnected` into `engine_stopped` and why it did. */
function stopped(run: EngineRun): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof ZhizhiError) || error.code !== 'disconnected') throw error
    throw new ZhizhiError('engine_stopped', { why: await run.ended })
  }
}
