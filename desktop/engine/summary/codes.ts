import type { Lane } from '../lane.ts'
import { literal, ORDER_SCHEMA, ownSchema, quote } from '../names.ts'
import type { Known } from '../relations.ts'
import type { Portrait } from './portrait.ts'

/** Tables kept at once; a million rows of eight columns take 8 MB. */
const MOST = 8

/** Codes beyond the bars' own numbers, of which there are at most 20. */
export const REST = 254
export const NULL = 255

/** The column of a table's codes that stands for its n-th column; no user's column is called so. */
export const codeColumn = (n: number) => `zhizhi_code_${n}`

interface Coded {
  readonly name: string
  readonly made: Promise<void>
  readonly users: Set<Promise<unknown>>
}

const never = new AbortController().signal

/**
 * For each row of a table, and each of its columns, the bar that it belongs to: one byte each, in the
 * order of the rows. Made at the first filter (1M × 8: 0.1 s); then every filter and every count is
 * a scan of bytes, whatever the columns are (1M × 8: 15 ms against 100 for the columns themselves).
 */
export class Codes {
  readonly #lanes: { readonly pages: Lane; readonly control: Lane }
  readonly #coded = new Map<number, Coded>()
  #count = 0

  constructor(lanes: { readonly pages: Lane; readonly control: Lane }) {
    this.#lanes = lanes
  }

  /** Lends the table of codes to `work`; it stays until all that was lent is done. */
  async use<T>(
    known: Known,
    portraits: readonly Portrait[],
    work: (table: string) => Promise<T>,
  ): Promise<T> {
    const coded = this.#coded.get(known.version) ?? this.#begin(known, portraits)
    this.#coded.delete(known.version)
    this.#coded.set(known.version, coded) // the one used last stands last
    const using = coded.made.then(() => work(coded.name))
    const settled = using.catch(() => undefined)
    coded.users.add(settled)
    this.#dropOldest()
    try {
      return await using
    } finally {
      coded.users.delete(settled)
    }
  }

  /** Drops the codes of a table that was made anew or is gone. */
  forget({ version }: Known): void {
    const coded = this.#coded.get(version)
    if (coded) this.#drop(version, coded)
  }

  #begin(known: Known, portraits: readonly Portrait[]): Coded {
    this.#count += 1
    const name = `${ownSchema(ORDER_SCHEMA)}.${quote(`c${this.#count}`)}`
    const columns = portraits.map((portrait, n) => `${codeOf(portrait)} AS ${codeColumn(n)}`)
    const { signal } = new AbortController() // others wait for the same: nobody cancels it
    const made = this.#lanes.pages.run(signal, 'main', async (connection) => {
      await connection.run(
        `CREATE TABLE ${name} AS SELECT ${columns.join(', ')} FROM ${known.source}`,
      )
    })
    made.catch(() => this.#coded.delete(known.version))
    return { name, made, users: new Set() }
  }

  #dropOldest(): void {
    for (const [version, coded] of this.#coded) {
      if (this.#coded.size <= MOST) return
      this.#drop(version, coded)
    }
  }

  #drop(version: number, { name, made, users }: Coded): void {
    this.#coded.delete(version)
    const drop = async () => {
      await Promise.all(users)
      await this.#lanes.control.run(never, 'main', async (connection) => {
        await connection.run(`DROP TABLE IF EXISTS ${name}`)
      })
    }
    // codes that could not be made left nothing to drop; those that cannot be dropped take only room
    made.then(drop).catch(() => undefined)
  }
}

/** A column's code as SQL. */
function codeOf({ column, binned, top }: Portrait): string {
  const name = quote(column.name)
  if (binned) {
    const bin = `(${binned.bins.bin(binned.scale)})::UTINYINT`
    return `CASE WHEN ${name} IS NULL THEN ${NULL} ELSE coalesce(${bin}, ${REST}) END::UTINYINT`
  }
  const bars = top.map(({ value }, n) => `WHEN ${name}::VARCHAR = ${literal(value)} THEN ${n}`)
  return `CASE WHEN ${name} IS NULL THEN ${NULL} ${bars.join(' ')} ELSE ${REST} END::UTINYINT`
}
