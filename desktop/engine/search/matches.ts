import type { Lane } from '../lane.ts'
import { ORDER_SCHEMA, ownSchema, quote } from '../names.ts'
import type { Known } from '../relations.ts'

/** Lists of matches kept at once, over all tables; a million matches take 8 MB. */
const MOST = 8

interface Matches {
  readonly version: number
  readonly name: string
  /** Of the caller who asked first. */
  readonly signal: AbortSignal
  readonly made: Promise<void>
  readonly users: Set<Promise<unknown>>
}

/** What is looked for in a table: the view and the text as a key, and the list of matches as SQL. */
interface Sought {
  readonly known: Known
  readonly key: string
  readonly sql: string
}

const never = new AbortController().signal

/**
 * Where in a table, as it is sorted and filtered, a text occurs: made once per table, view and text;
 * going to the next match is then a look-up.
 */
export class MatchLists {
  readonly #lanes: { readonly pages: Lane; readonly control: Lane }
  readonly #lists = new Map<string, Matches>()
  #count = 0

  constructor(lanes: { readonly pages: Lane; readonly control: Lane }) {
    this.#lanes = lanes
  }

  /**
   * Lends the list that `sql` makes to `work`. Whoever asks first may cancel the making; somebody
   * else who waited for the same then has it made anew.
   */
  async use<T>(
    { known, key, sql }: Sought,
    signal: AbortSignal,
    work: (table: string) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted()
    const whole = `${known.version} ${key}`
    const list = this.#lists.get(whole) ?? this.#begin(known.version, sql, signal)
    this.#lists.delete(whole)
    this.#lists.set(whole, list) // the one used last stands last
    try {
      await list.made
    } catch (error) {
      if (this.#lists.get(whole) === list) this.#lists.delete(whole)
      if (list.signal === signal || !list.signal.aborted) throw error
      return this.use({ known, key, sql }, signal, work)
    }
    return this.#lend(list, work)
  }

  /** Drops the lists of a table that was made anew or is gone. */
  forget({ version }: Known): void {
    for (const [key, list] of this.#lists) if (list.version === version) this.#drop(key, list)
  }

  async #lend<T>(list: Matches, work: (table: string) => Promise<T>): Promise<T> {
    const using = work(list.name)
    const settled = using.catch(() => undefined)
    list.users.add(settled)
    this.#dropOldest()
    try {
      return await using
    } finally {
      list.users.delete(settled)
    }
  }

  #begin(version: number, sql: string, signal: AbortSignal): Matches {
    this.#count += 1
    const name = `${ownSchema(ORDER_SCHEMA)}.${quote(`m${this.#count}`)}`
    const made = this.#lanes.pages.run(signal, 'main', async (connection) => {
      await connection.run(`CREATE TABLE ${name} AS ${sql}`)
    })
    made.catch(() => undefined) // told to those who wait
    return { version, name, signal, made, users: new Set() }
  }

  #dropOldest(): void {
    for (const [key, list] of this.#lists) {
      if (this.#lists.size <= MOST) return
      this.#drop(key, list)
    }
  }

  #drop(key: string, { name, made, users }: Matches): void {
    this.#lists.delete(key)
    const drop = async () => {
      await Promise.all(users)
      await this.#lanes.control.run(never, 'main', async (connection) => {
        await connection.run(`DROP TABLE IF EXISTS ${name}`)
      })
    }
    // a list that could not be made left nothing to drop; one that cannot be dropped takes only room
    made.then(drop).catch(() => undefined)
  }
}
