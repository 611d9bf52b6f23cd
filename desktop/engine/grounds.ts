import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { EngineConfig } from './config.ts'
import { Lane } from './lane.ts'
import type { Overdue } from './overdue.ts'
import { openSandbox } from './sandbox.ts'

/** Databases that a setup has filled, and in which nothing but accepted SELECTs runs. */
interface Ground {
  readonly lane: Lane
  readonly instance: DuckDBInstance
  readonly connections: readonly DuckDBConnection[]
  readonly folder: string
}

interface Kept {
  readonly ground: Promise<Ground>
  /** Queries that run in it now. */
  users: number
}

/**
 * Databases filled by setups, the last few of them kept: an answer is tried on the same data again
 * and again, to make them anew takes most of the time, and a SELECT changes nothing in them.
 */
export class Grounds {
  readonly #config: EngineConfig
  readonly #overdue: Overdue
  /** By setup, the one that was used longest ago first. */
  readonly #kept = new Map<string, Kept>()
  #count = 0

  constructor(config: EngineConfig, overdue: Overdue) {
    this.#config = config
    this.#overdue = overdue
  }

  /** Works in the databases of that setup; those that `keep` is not set for are closed afterwards. */
  async use<T>(
    setup: readonly string[],
    keep: boolean,
    work: (lane: Lane) => Promise<T>,
  ): Promise<T> {
    if (keep) return this.#useKept(setup, work)
    const ground = await this.#open(setup)
    try {
      return await work(ground.lane)
    } finally {
      await close(ground)
    }
  }

  async #useKept<T>(setup: readonly string[], work: (lane: Lane) => Promise<T>): Promise<T> {
    const key = JSON.stringify(setup)
    const kept = this.#kept.get(key) ?? { ground: this.#open(setup), users: 0 }
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    kept.users += 1
    try {
      return await work((await kept.ground).lane)
    } catch (error) {
      // a setup that failed may succeed another time
      if (await failed(kept.ground)) this.#kept.delete(key)
      throw error
    } finally {
      kept.users -= 1
      await this.#closeOldest()
    }
  }

  async #closeOldest(): Promise<void> {
    for (const [key, { ground, users }] of this.#kept) {
      if (this.#kept.size <= MOST) return
      if (users > 0) continue
      this.#kept.delete(key)
      await close(await ground)
    }
  }

  async #open(setup: readonly string[]): Promise<Ground> {
    // two databases that spill into one folder would overwrite each other's files
    this.#count += 1
    const folder = join(this.#config.temporaryDirectory, `ground-${this.#count}`)
    const config = { ...this.#config, temporaryDirectory: folder }
    const { instance, connections } = await openSandbox(config, 1, setup)
    return { lane: new Lane(connections, this.#overdue), instance, connections, folder }
  }
}

/** Those of two exercises: the data that the learner sees, the samples, and what an author adds. */
const MOST = 6

async function failed(ground: Promise<Ground>): Promise<boolean> {
  try {
    await ground
    return false
  } catch {
    return true
  }
}

async function close({ instance, connections, folder }: Ground): Promise<void> {
  for (const connection of connections) connection.closeSync()
  instance.closeSync()
  await rm(folder, { recursive: true, force: true })
}
