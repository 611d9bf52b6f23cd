import type { Sentence } from '../problem.ts'
import { writeValue, type CellValue, type Format } from '../value.ts'

/** A number that is written otherwise than those above it. */
interface OwnFormat {
  readonly value: number
  readonly format: Format
}

/** A value, or words in both languages. */
export type SmallCell = CellValue | Sentence | OwnFormat

/** A result of a few rows, as it is shown under a statistic's sentence. */
export interface SmallTable {
  readonly title: Sentence
  readonly columns: readonly { readonly title: Sentence; readonly format?: Format | undefined }[]
  readonly rows: readonly (readonly SmallCell[])[]
}

const hasFormat = (cell: SmallCell): cell is OwnFormat =>
  typeof cell === 'object' && cell !== null && 'format' in cell

const isSentence = (cell: SmallCell): cell is Sentence =>
  typeof cell === 'object' && cell !== null && 'zh' in cell

/** A cell as it is read. */
export function writeSmall(
  cell: SmallCell,
  format: Format | undefined,
  pick: (sentence: Sentence) => string,
): string {
  if (hasFormat(cell)) return writeValue(cell.value, cell.format)
  return isSentence(cell) ? pick(cell) : writeValue(cell, format)
}

/** Whether a cell is compared by size, and so stands to the right. */
export const isAmount = (cell: SmallCell): boolean =>
  typeof cell === 'number' || typeof cell === 'bigint' || hasFormat(cell)
