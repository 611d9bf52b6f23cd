import type { Sort } from '../contract/table.ts'
import type { Lane } from './lane.ts'
import { ORDER_SCHEMA, ownSchema, quote } from './names.ts'
import type { Known } from './relations.ts'

/** Sort orders kept at once, over all tables; a million rows take 8 MB each. */
const MOST = 32

/** Rows that are left of a table: those whose codes, by row number in `table`, meet the condition. */
export interface Left {
  readonly table: string
  readonly condition: string
}

interface Order {
  readonly name: string
  readonly version: number
  readonly made: Promise<void>
}

/** One key of an ORDER BY; nulls last either way. */
export function sortKey({ column, descending }: Sort): string {
  return `${quote(column)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
}

/** Work that no single caller may cancel, because others wait for the same. */
const never = new AbortController().signal

/**
 * Sorted or filtered views of tables: a permutation of row ids, made once per table and order. A page of it is
 * then a look-up (10 million rows: 1 s once, 5 ms a page; sorting for each page takes 0.7 s).
 */
export class Orders {
  readonly #lanes: { readonly pages: Lane; readonly control: Lane }
  readonly #orders = new Map<string, Order>()
  #count = 0

  constructor(lanes: { readonly pages: Lane; readonly control: Lane }) {
    this.#lanes = lanes
  }

  /** The table that holds the permutation, or what is left of it: column `r`, in order. */
  async table(known: Known, sort: readonly Sort[], left?: Left): Promise<string> {
    const key = JSON.stringify([known.version, sort, left?.condition])
    const order = this.#orders.get(key) ?? this.#begin(known, sort, left)
    this.#orders.delete(key)
    this.#orders.set(key, order) // the one used last stands last
    this.#dropOldest()
    try {
      await order.made
    } catch (error) {
      this.#orders.delete(key)
      throw error
    }
    return order.name
  }

  /** Drops the orders of a table that was made anew or is gone. */
  forget({ version }: Known): void {
    for (const [key, order] of this.#orders) if (order.version === version) this.#drop(key, order)
  }

  #begin(known: Known, sort: readonly Sort[], left: Left | undefined): Order {
    this.#count += 1
    const name = `${ownSchema(ORDER_SCHEMA)}.${quote(`o${this.#count}`)}`
    const made = this.#lanes.pages.run(never, 'main', async (connection) => {
      const order = [...sort.map(sortKey), 'rowid'].join(', ')
      const source = known.source
      const where = left
        ? `WHERE rowid IN (SELECT rowid FROM ${left.table} WHERE ${left.condition})`
        : ''
      await connection.run(
        `CREATE TABLE ${name} AS SELECT rowid AS r FROM ${source} ${where} ORDER BY ${order}`,
      )
    })
    return { name, version: known.version, made }
  }

  #dropOldest(): void {
    for (const [key, order] of this.#orders) {
      if (this.#orders.size <= MOST) return
      this.#drop(key, order)
    }
  }

  #drop(key: string, { name, made }: Order): void {
    this.#orders.delete(key)
    const drop = () =>
      this.#lanes.control.run(never, 'main', async (connection) => {
        await connection.run(`DROP TABLE IF EXISTS ${name}`)
      })
    // an order that could not be made left nothing to drop; one that cannot be dropped takes only room
    made.then(drop).catch(() => undefined)
  }
}
