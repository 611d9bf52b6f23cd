import type { EngineConfig } from './config.ts'
import { Lane } from './lane.ts'
import type { Overdue } from './overdue.ts'
import { openSandbox } from './sandbox.ts'

/** Runs the host's own statements, which may write files in the allowed folders, in one database. */
export class Maker {
  readonly #lane: Lane

  constructor(lane: Lane) {
    this.#lane = lane
  }

  static async open(config: EngineConfig, overdue: Overdue): Promise<Maker> {
    const { connections } = await openSandbox(config, 1)
    return new Maker(new Lane(connections, overdue))
  }

  /** The rows that each statement made or wrote; 0 where it is not about rows. */
  async run(statements: readonly string[], signal: AbortSignal): Promise<number[]> {
    return this.#lane.run(signal, 'main', async (connection) => {
      const rows: number[] = []
      for (const statement of statements) {
        signal.throwIfAborted()
        const { rowsChanged } = await connection.run(statement)
        rows.push(rowsChanged)
      }
      return rows
    })
  }
}
