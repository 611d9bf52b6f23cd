import { reader, type CleanColumn, type Cleaned } from './apply.ts'
import { contextOf, maskCell, scanCell } from './cell-scan.ts'
import type { ColumnType } from './column-profile.ts'
import type { Decision } from './recipe.ts'

/** A column as it is written. */
export interface OutColumn {
  readonly name: string
  readonly type: ColumnType
  readonly unit: string | undefined
  readonly masked: boolean
  readonly value: (cells: readonly string[]) => string | null
}

/**
 * The columns that are left after the decisions. A masked column is text whatever it was, and what
 * comes out of it is looked at once more.
 */
export function columnsOut(
  { columns }: Cleaned,
  decisionOf: (column: CleanColumn) => Decision,
): OutColumn[] {
  return columns.flatMap((column): OutColumn[] => {
    const decision = decisionOf(column)
    if (decision === 'drop') return []
    const { name, at, type, unit } = column
    if (decision === 'keep') {
      return [{ name, type, unit, masked: false, value: (cells) => column.read(cells[at] ?? '') }]
    }
    const asText = reader('string', column.steps)
    const context = contextOf(name)
    const value = (cells: readonly string[]) => {
      const text = asText(cells[at] ?? '')
      return text === null ? null : fullyMasked(text, context, name)
    }
    return [{ name, type: 'string', unit: undefined, masked: true, value }]
  })
}

/** Masking may bring two pieces together that are a number again. */
function fullyMasked(text: string, context: string, title: string): string {
  let masked = maskCell(text, context, title)
  for (let round = 0; round < 3 && scanCell(masked, context, title).length > 0; round += 1) {
    masked = maskCell(masked, context, title)
  }
  return masked
}

/** What stands in the file where there is no value. */
export const noValue = '\\N'

/**
 * A row for DuckDB's CSV reader: every value quoted, `\\N` without quotes for no value.
 */
export function csvRow(columns: readonly OutColumn[], cells: readonly string[]): string {
  const values = columns.map(({ value }) => {
    const text = value(cells)
    return text === null ? noValue : `"${text.replaceAll('"', '""')}"`
  })
  return `${values.join(',')}\n`
}
