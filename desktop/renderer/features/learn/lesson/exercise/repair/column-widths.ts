import type { RepairTable } from '../../../../../../domain/course/repair/exercise.ts'

const [least, most] = [3, 18]

/** Widths of the columns in em: as wide as what stands in them, within bounds. */
export function columnWidths({ columns, rows }: RepairTable): number[] {
  return columns.map(({ name, title = '' }, index) => {
    const heading = Math.max(wide(name), wide(title)) + 1.6
    const cells = Math.max(...rows.map((row) => wide(row[index] ?? '')))
    return Math.min(most, Math.max(least, heading, cells) + 2.2)
  })
}

/** Chinese signs are an em wide, Latin ones a little more than half of it. */
function wide(text: string): number {
  let width = 0
  for (const sign of text) width += sign < '\u2e80' ? 0.58 : 1
  return width
}
