/** A row of a file as it stands there: every cell as text, empty ones as ''. */
export interface RawRow {
  /** 1-based, where the row begins: the line of a text file, the row of a sheet. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A row that is not taken, and why, in words for the user. */
export interface RefusedRow {
  readonly line: number
  readonly reason: string
}

/** Cells that are one: lines as in the rows, columns from 0, both ends included. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A table of a file before anything is done to it. */
export interface RawTable {
  /** The sheet's name; of a text file, the file's own without its ending. */
  readonly name: string
  readonly rows: readonly RawRow[]
  /** What could not be read at all. */
  readonly refused: readonly RefusedRow[]
  /** Of text files: a row has as many cells as the header, or it is refused. */
  readonly even: boolean
  /** What signs there are in each column, as `cellSigns` tells them; unknown where it is missing. */
  readonly signs?: readonly number[]
  /** The first row is known to be the names: the format itself tells them. */
  readonly headed?: boolean
  /** Of sheets: cells that are one; only the first of them has a text. */
  readonly merges?: readonly Merge[]
  /** Of sheets: lines that are hidden, by hand or by a filter. */
  readonly hidden?: ReadonlySet<number>
}

/** Letters, digits and Chinese begin most cells: only what begins otherwise is looked at whole. */
export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined || cell === '') return true
  const first = cell.charCodeAt(0)
  return (
    (first <= 0x20 || (first >= 0x7f && first < 0x3001) || first === 0xfeff) && cell.trim() === ''
  )
}

/** How many cells have something in them. */
export function filledCount(cells: readonly string[]): number {
  let filled = 0
  for (const cell of cells) if (!isBlank(cell)) filled += 1
  return filled
}
