import { tick } from 'svelte'
import type { Place } from '../../../../../ui/grid/keyboard.ts'
import { moved } from '../../../../../ui/grid/keyboard.ts'
import { RepairNotes } from './notes.svelte.ts'
import { rowsOf, type RepairPlace } from './changes.ts'
import type { Repairing } from './repairing.svelte.ts'
import { viewRows, type RowSort } from './view-rows.ts'

/** Which rows are kept in view. */
export type Show = 'all' | 'changed' | 'noted'

/**
 * One table on the learner's desk: what is shown of it, and where the keyboard is. Column 0 of the
 * view is the row's number, which stands for the whole row.
 */
export class RepairDesk {
  readonly repairing: Repairing
  readonly notes: RepairNotes
  text = $state('')
  show = $state<Show>('all')
  #sort = $state.raw<RowSort>()
  #active = $state.raw<Place>({ row: 0, column: 1 })
  /** Puts the keyboard into the field for the value. */
  editing: () => void = () => undefined

  constructor(repairing: Repairing) {
    this.repairing = repairing
    this.notes = new RepairNotes(() => repairing.changes)
  }

  readonly #only = $derived.by(() => {
    if (this.show === 'all') return undefined
    return rowsOf(this.show === 'changed' ? this.repairing.changes.values() : this.notes.shown)
  })
  /** Rows of the table from 0, as they are shown. */
  readonly rows = $derived.by(() =>
    viewRows(this.repairing.table, { text: this.text, sort: this.#sort, only: this.#only }),
  )

  get sort(): RowSort | undefined {
    return this.#sort
  }

  /** A cell of the view that exists; row −1 is the head. */
  get active(): Place {
    const { row, column } = this.#active
    return { row: Math.min(row, this.rows.length - 1), column }
  }

  /** The place of the table that is worked on; nothing on the head or where no row is shown. */
  get place(): RepairPlace | undefined {
    const { row, column } = this.active
    const index = this.rows[row]
    if (index === undefined) return undefined
    return { row: index + 1, column: this.repairing.table.columns[column - 1]?.name ?? null }
  }

  point(place: Place): void {
    this.#active = place
  }

  /** Shows a place of the table, whatever is filtered. */
  async goTo({ row, column }: RepairPlace): Promise<void> {
    if (!this.rows.includes(row - 1)) {
      this.text = ''
      this.show = 'all'
      await tick()
    }
    const at = this.repairing.table.columns.findIndex(({ name }) => name === column)
    this.#active = { row: this.rows.indexOf(row - 1), column: at + 1 }
  }

  /** Sorts by a column of the view: upwards, downwards, as it was. */
  sortBy(column: number): void {
    const data = column - 1
    const now = this.#sort
    if (now?.column !== data) this.#sort = { column: data, descending: false }
    else this.#sort = now.descending ? undefined : { column: data, descending: true }
  }

  /** What a key does in the grid; false where it is none of the grid's. @param page rows in view */
  keydown(event: KeyboardEvent, page: number): boolean {
    const extent = {
      rows: this.rows.length,
      columns: this.repairing.table.columns.length + 1,
      page,
    }
    const to = event.altKey ? undefined : moved(this.active, event, extent)
    if (to) this.#active = to
    else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey))
      this.repairing.undo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return false
    else if (this.active.row < 0) return this.#headKey(event.key)
    else return this.#cellKey(event.key)
    return true
  }

  #headKey(key: string): boolean {
    if (key !== 'Enter' && key !== ' ') return false
    this.sortBy(this.active.column)
    return true
  }

  #cellKey(key: string): boolean {
    const { place } = this
    if (!place) return false
    if (key === ' ') this.repairing.flag(place)
    else if (key === 'Delete') this.repairing.strike(place.row)
    else if (key === 'Backspace') this.repairing.takeBack(place)
    else if ((key === 'Enter' || key === 'F2') && place.column !== null) this.editing()
    else if (key === 'Enter') this.repairing.strike(place.row)
    else return false
    return true
  }
}
