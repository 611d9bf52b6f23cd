import type { Sort } from '../../../contract/table.ts'

/** By which columns a grid is sorted, the first key first. */
export class SortOrder {
  #keys = $state.raw<readonly Sort[]>([])

  get keys(): readonly Sort[] {
    return this.#keys
  }

  /** The key of a column, and which it is, from 1; nothing where it does not sort. */
  of(column: string): { readonly descending: boolean; readonly nth: number } | undefined {
    const at = this.#keys.findIndex((key) => key.column === column)
    const key = this.#keys[at]
    return key && { descending: key.descending, nth: at + 1 }
  }

  /** Ascending, descending, as it was; `more` keeps the other keys and adds this one after them. */
  toggle(column: string, more = false): void {
    const now = this.of(column)
    if (now?.descending) this.clear(column, more)
    else this.set(column, now !== undefined, more)
  }

  set(column: string, descending: boolean, more = false): void {
    const key = { column, descending }
    if (!more) this.#keys = [key]
    else if (!this.of(column)) this.#keys = [...this.#keys, key]
    else this.#keys = this.#keys.map((one) => (one.column === column ? key : one))
  }

  clear(column: string, keepOthers = true): void {
    this.#keys = keepOthers ? this.#keys.filter((key) => key.column !== column) : []
  }
}
