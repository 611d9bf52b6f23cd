import { writeCell } from '../../../domain/notebook/value.ts'
import type { ResultTable } from '../../../domain/notebook/result-table.ts'

const least = 6
const most = 30
/** Rows whose values are measured. */
const sample = 60

/** Each column's width in ch, from its name and its first values; a Chinese character counts twice. */
export function columnWidths(names: readonly string[], first: ResultTable | undefined): number[] {
  return names.map((name, index) => {
    const column = first?.columns[index]
    const values = Array.from({ length: Math.min(sample, first?.rows ?? 0) }, (_, row) =>
      column ? lengthOf(writeCell(column.at(row))) : 0,
    )
    return Math.max(least, Math.min(most, Math.max(lengthOf(name) + 3, ...values) + 3))
  })
}

/** A width in ch as em: a ch of bold text is wider than one of plain text; an em is the same. */
export const emOf = (ch: number) => ch * 0.56

function lengthOf(text: string): number {
  return Array.from(text.slice(0, most)).reduce(
    (sum, one) => sum + (/[\u1100-\uffff]/.test(one) ? 2 : 1),
    0,
  )
}
