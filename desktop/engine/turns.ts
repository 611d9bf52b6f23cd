import type { Relation } from '../contract/table.ts'
import { fold, schemaOf } from './names.ts'

/**
 * Work on one table, one piece after the other. A caller that cancelled is told so at once, while
 * DuckDB may still be rolling back; whoever writes the same table then would meet a conflict.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  async run<T>(relation: Relation, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const key = begin(schemaOf(relation)) + fold(relation.name)
    const before = this.#last.get(key)
    const turn = (async () => {
      await before
      signal.throwIfAborted()
      return work()
    })()
    const settled = turn.catch(() => undefined)
    this.#last.set(key, settled)
    try {
      return await turn
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    }
  }

  /** Resolves when nothing works in the schema any more. */
  async settled(schema: string): Promise<void> {
    const running = [...this.#last].filter(([key]) => key.startsWith(begin(schema)))
    await Promise.all(running.map(([, work]) => work))
  }
}

const begin = (schema: string) => `${fold(schema)}\0`
