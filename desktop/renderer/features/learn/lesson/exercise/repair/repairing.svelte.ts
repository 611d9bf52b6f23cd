import type { RepairTable } from '../../../../../../domain/course/repair/exercise.ts'
import { placeKey, type RepairChange } from '../../../../../../domain/course/repair/judge.ts'
import { byPlace, withChange, withoutChange, type Changes, type RepairPlace } from './changes.ts'

/** What the learner has flagged, corrected and struck out in one table. */
export class Repairing {
  readonly table: RepairTable
  readonly #onchange: (changes: readonly RepairChange[]) => void
  readonly #columns: readonly string[]
  readonly #given: () => readonly RepairChange[]
  readonly #changes = $derived.by(() => byPlace(this.#given()))
  #before = $state.raw<readonly Changes[]>([])

  /** @param changes what is done now @param onchange told of every change */
  constructor(
    table: RepairTable,
    changes: () => readonly RepairChange[],
    onchange: (changes: readonly RepairChange[]) => void,
  ) {
    this.table = table
    this.#columns = table.columns.map(({ name }) => name)
    this.#given = changes
    this.#onchange = onchange
  }

  /** By place, in the order in which they were made. */
  get changes(): Changes {
    return this.#changes
  }

  get undoable(): boolean {
    return this.#before.length > 0
  }

  at(place: RepairPlace): RepairChange | undefined {
    return this.#changes.get(placeKey(place))
  }

  /** What stood in a cell at first; empty for a whole row. */
  original({ row, column }: RepairPlace): string {
    return this.table.rows[row - 1]?.[this.#columns.indexOf(column ?? '')] ?? ''
  }

  /** Says that a cell is wrong, or takes back whatever was said of it. */
  flag(place: RepairPlace): void {
    if (this.at(place)) this.takeBack(place)
    else this.#put({ ...place, value: null })
  }

  /** Puts a value in a cell; the value that stood there takes the change back. */
  correct(place: RepairPlace, value: string): void {
    if (value === this.original(place)) this.takeBack(place)
    else this.#put({ ...place, value })
  }

  /** Strikes a row out, or lets it stand again. */
  strike(row: number): void {
    this.flag({ row, column: null })
  }

  takeBack(place: RepairPlace): void {
    if (this.at(place)) this.#become(withoutChange(this.#changes, place))
  }

  undo(): void {
    const last = this.#before.at(-1)
    if (!last) return
    this.#before = this.#before.slice(0, -1)
    this.#onchange([...last.values()])
  }

  #put(change: RepairChange): void {
    const same = this.at(change)
    if (!same || same.value !== change.value) this.#become(withChange(this.#changes, change))
  }

  #become(next: Changes): void {
    this.#before = [...this.#before, this.#changes]
    this.#onchange([...next.values()])
  }
}
