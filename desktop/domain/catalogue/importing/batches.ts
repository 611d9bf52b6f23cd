import { contextOf, scanCell, type Passage } from './cell-scan.ts'

/** The passages of one of several cells, by its place among them. */
export interface FoundAt {
  readonly at: number
  readonly passages: readonly Passage[]
}

/** Reads cells of a column one after another; those in which nothing is found are left out. */
export function readCells(title: string, cells: readonly string[]): FoundAt[] {
  const context = contextOf(title)
  return cells.flatMap((cell, at) => {
    const passages = scanCell(cell, context, title)
    return passages.length === 0 ? [] : [{ at, passages }]
  })
}

/** Somebody who reads cells at the same time, batches in the order in which they are given. */
export interface Beside {
  /** Takes cells to read; false where there is enough to do already. */
  readonly give: (batch: number, title: string, cells: readonly string[]) => boolean
  /** Whether a batch was not begun: then it is no more to be read there. */
  readonly takeBack: (batch: number) => boolean
  /** What was found in each batch that was not taken back; waits for what is not done. */
  readonly takeAll: () => ReadonlyMap<number, readonly FoundAt[]>
}

interface Batch {
  readonly column: number
  readonly title: string
  readonly cells: string[]
  readonly rows: number[]
}

/** A cell that was read, with what was found in it, if anything. */
export interface ReadCell {
  readonly column: number
  readonly row: number
  readonly cell: string
  readonly passages: readonly Passage[]
}

const mostCells = 2000
const mostSigns = 200_000
const nothing: readonly Passage[] = []

/**
 * Cells that have to be read for themselves, gathered into batches of one column, so that somebody
 * else can read them while other things are done here. At the end both read what is left: one from
 * the first batch on, the other from the last. What comes out is in the order of the batches.
 */
export class Batches {
  readonly #beside: Beside | undefined
  readonly #open = new Map<number, Batch & { signs: number }>()
  readonly #batches: Batch[] = []
  readonly #found = new Map<number, readonly FoundAt[]>()
  /** So many of the first batches are given away. */
  #given = 0

  constructor(beside?: Beside) {
    this.#beside = beside
  }

  add(column: number, title: string, row: number, cell: string): void {
    const batch = this.#open.get(column) ?? { column, title, cells: [], rows: [], signs: 0 }
    batch.cells.push(cell)
    batch.rows.push(row)
    batch.signs += cell.length
    if (batch.cells.length < mostCells && batch.signs < mostSigns) this.#open.set(column, batch)
    else {
      this.#open.delete(column)
      this.#batches.push(batch)
      this.#give(this.#batches.length)
    }
  }

  #give(end: number): void {
    for (; this.#given < end; this.#given += 1) {
      const batch = this.#batches[this.#given]
      if (!batch || this.#beside?.give(this.#given, batch.title, batch.cells) !== true) return
    }
  }

  #readAll(onPart: (part: number) => void): void {
    const all = this.#batches.length
    for (let id = all - 1; id >= 0; id -= 1) {
      if (id < this.#given && this.#beside?.takeBack(id) !== true) return
      const batch = this.#batches[id]
      if (batch) this.#found.set(id, readCells(batch.title, batch.cells))
      this.#give(id)
      onPart((all - id + this.#given) / all)
    }
  }

  /** Reads what is left and tells of every cell that was added. */
  *finish(onPart: (part: number) => void = () => undefined): Generator<ReadCell> {
    this.#batches.push(...this.#open.values())
    this.#open.clear()
    this.#give(this.#batches.length)
    this.#readAll(onPart)
    const beside = this.#beside?.takeAll()
    for (const [id, { column, cells, rows }] of this.#batches.entries()) {
      const found = this.#found.get(id) ?? beside?.get(id) ?? []
      const at = new Map(found.map((one) => [one.at, one.passages]))
      for (const [place, cell] of cells.entries()) {
        yield { column, cell, row: rows[place] ?? 0, passages: at.get(place) ?? nothing }
      }
    }
  }
}
