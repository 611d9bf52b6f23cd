import type { Place } from './keyboard.ts'
import { type Block, blockOf } from './selection.ts'

interface Size {
  readonly rows: number
  readonly columns: number
}

/** Where the keyboard is in a grid, and which block of cells is chosen. */
export class Cursor {
  readonly #size: () => Size
  #active = $state.raw<Place>({ row: 0, column: 0 })
  /** Where the choosing began. */
  #anchor: Place | undefined
  #block = $state.raw<Block | undefined>()

  constructor(size: () => Size) {
    this.#size = size
  }

  /** Always a cell that exists. */
  get active(): Place {
    const { rows, columns } = this.#size()
    const { row, column } = this.#active
    return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) }
  }

  /** What is chosen to be copied: a block, or only the active cell. */
  get block(): Block {
    return this.#block ?? blockOf(this.active, this.active)
  }

  /** Whether more than the active cell is chosen. */
  get chosen(): boolean {
    return this.#block !== undefined
  }

  /** Makes a cell the active one; `extend` chooses all from where the keyboard was before. */
  point(place: Place, extend = false): void {
    this.#anchor = extend ? (this.#anchor ?? this.active) : undefined
    this.#active = place
    this.#block = this.#anchor && blockOf(this.#anchor, place)
  }

  choose(block: Block | undefined): void {
    this.#anchor = undefined
    this.#block = block
  }
}
