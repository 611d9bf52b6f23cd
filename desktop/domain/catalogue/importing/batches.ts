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

/** Somebody who reads cells at the same time. */
export interface Beside {
  /** Takes cells to read; false where there is enough to do already. */
  readonly give: (batch: number, title: string, cells: readonly string[]) => boolean
  /** What was found in each batch that was taken; waits for what is not done. */
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
 * else can read some of them. What comes out is in the order of the batches, whoever read them.
 */
export class Batches {
  readonly #beside: Beside | undefined
  readonly #open = new Map<number, Batch & { signs: number }>()
  readonly #batches: Batch[] = []
  readonly #found = new Map<number, readonly FoundAt[]>()

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
      this.#read(batch)
    }
  }

  #read(batch: Batch): void {
    const id = this.#batches.push(batch) - 1
    if (this.#beside?.give(id, batch.title, batch.cells) === true) return
    this.#found.set(id, readCells(batch.title, batch.cells))
  }

  /** Reads what is left and tells of every cell that was added. */
  *finish(): Generator<ReadCell> {
    for (const batch of this.#open.values()) this.#read(batch)
    this.#open.clear()
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
