import type { Place } from './keyboard.ts'

/** A block of cells; both ends belong to it. */
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The block between two cells; the head is not in it. */
export function blockOf(one: Place, other: Place): Block {
  return {
    top: Math.max(0, Math.min(one.row, other.row)),
    bottom: Math.max(0, one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}

export function holds({ top, bottom, left, right }: Block, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

export const rowsOf = ({ top, bottom }: Block) => bottom - top + 1
export const columnsOf = ({ left, right }: Block) => right - left + 1
export const cellsOf = (block: Block) => rowsOf(block) * columnsOf(block)
