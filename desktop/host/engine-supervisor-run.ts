import { engineTable, type EngineTable } from '../contract/engine.ts'
import { connect } from '../contract/wire/client.ts'
import type { Client } from '../contract/wire/procedure.ts'
import type { EngineConfig } from '../engine/config.ts'
import type { EngineProcess, Spawner } from './engine-process.ts'

/** When a process is given up. Times in milliseconds. */
export interface EngineLimits {
  /** Resident memory; DuckDB's own limit does not hold it. */
  readonly residentBytes: number
  /** Without a beat for so long, it is stuck. */
  readonly silenceMs: number
  /** A cancelled statement that still runs after so long will not stop by itself; 2000 unless said. */
  readonly overdueMs?: number
  /** For the first beat of a new process; 20,000 unless said. */
  readonly startMs?: number
}

const BEAT_MS = 200
const OVERDUE_MS = 2000
const START_MS = 20_000

/** Why a process ended. */
export type EngineEnd = 'closed' | 'exited' | 'memory' | 'overtime' | 'stuck'

export interface RunOptions {
  /** The engine's built program. */
  readonly bundle: string
  readonly config: EngineConfig
  readonly limits: EngineLimits
  readonly spawn: Spawner
  /** Runs on every new process before anything else: attaches the datasets. */
  readonly prepare?: (client: Client<EngineTable>) => Promise<void>
  /** Told when `prepare` failed; the engine is used all the same. */
  readonly onProblem?: (error: unknown) => void
}

interface Later {
  readonly promise: Promise<void>
  readonly now: () => void
}

function later(): Later {
  let now: () => void = () => undefined
  const promise = new Promise<void>((resolve) => {
    now = resolve
  })
  return { promise, now: () => now() }
}

/** One life of an engine process, from its start to its end. */
export class EngineRun {
  readonly client: Client<EngineTable>
  /** Resolves when it beats and is prepared; rejects if it ends before. */
  readonly ready: Promise<void>
  readonly ended: Promise<EngineEnd>
  readonly #process: EngineProcess
  readonly #limits: EngineLimits
  readonly #exit = later()
  readonly #firstBeat = later()
  #why: EngineEnd = 'exited'
  #due: number
  #checked = performance.now()

  constructor(options: RunOptions) {
    const { bundle, config, limits, spawn } = options
    this.#limits = limits
    this.#due = performance.now() + (limits.startMs ?? START_MS)
    this.#process = spawn(bundle, config)
    this.client = connect(this.#process.port, engineTable)
    this.ended = this.#exit.promise.then(() => this.#why)
    this.#process.onExit(this.#exit.now)
    this.#process.port.onClose(() => this.#process.kill())
    this.ready = this.#open(options)
    this.ready.catch(() => undefined) // whoever asks is told; the end is told apart
    void this.#watch()
  }

  /** Ends the process; calls on their way fail at once. */
  end(why: EngineEnd): void {
    this.#why = why
    this.#process.port.close()
    this.#process.kill()
  }

  async #open({ prepare, onProblem }: RunOptions): Promise<void> {
    const died = this.ended.then((why) => {
      throw new Error(`the engine ended before it was ready: ${why}`)
    })
    await Promise.race([this.#firstBeat.promise, died])
    await Promise.race([prepare?.(this.client).catch(onProblem), died])
  }

  async #watch(): Promise<void> {
    const timer = setInterval(this.#checkPulse, BEAT_MS)
    void this.ended.then(() => clearInterval(timer))
    try {
      for await (const beat of this.client.stream('heartbeat', { everyMs: BEAT_MS })) {
        this.#due = performance.now() + this.#limits.silenceMs
        this.#firstBeat.now()
        if (beat.residentBytes > this.#limits.residentBytes) this.end('memory')
        else if (beat.overdueMs > (this.#limits.overdueMs ?? OVERDUE_MS)) this.end('overtime')
      }
    } catch {
      this.#process.kill() // it answered with an error or went away
    }
  }

  readonly #checkPulse = (): void => {
    const now = performance.now()
    const slept = now - this.#checked - BEAT_MS
    this.#checked = now
    // when this side was busy or asleep, beats wait to be read: it is not the engine that is late
    if (slept > BEAT_MS) this.#due += slept
    else if (now > this.#due) this.end('stuck')
  }
}
