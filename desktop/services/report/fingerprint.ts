import type { CellRecord } from '../../contract/report.ts'
import type { ResultTable } from '../../domain/notebook/result-table.ts'
import { writeCell, type CellValue } from '../../domain/notebook/value.ts'
import { sha256Hex } from './digest.ts'

/** A table with few cells is kept as it is, so that a later reader is told what differs. */
const keptCells = 600

/** Sums of doubles differ in their last digits with the order in which they were added. */
const steadyDigits = 12

function steady(value: CellValue): string {
  if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value))
    return Number(value.toPrecision(steadyDigits)).toString()
  return value === null ? '' : writeCell(value)
}

/** What tells a whole table from another: its rows in any order, for without ORDER BY there is none. */
export async function fingerprint(
  table: ResultTable,
): Promise<Pick<CellRecord, 'sha256' | 'values'>> {
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => {
      const value = column.at(row)
      return { text: steady(value), isNull: value === null }
    }),
  )
  const lines = rows.map((cells) =>
    JSON.stringify(cells.map(({ text, isNull }) => (isNull ? null : text))),
  )
  const names = JSON.stringify(table.columns.map(({ name }) => name))
  const sha256 = await sha256Hex([names, ...lines.sort()].join('\n'))
  const few = table.rows * table.columns.length <= keptCells
  return { sha256, values: few ? rows.map((cells) => cells.map(({ text }) => text)) : null }
}
