import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { PlacedCell, PlacedSheet } from '../../domain/notebook/pivot/workbook.ts'
import { escaped } from './write.ts'

const looks = {
  head: { fontWeight: 'bold', backgroundColor: '#E4F0EE', align: 'center', wrap: true },
  total: { fontWeight: 'bold', backgroundColor: '#F4F0E7' },
  value: {},
  note: { textColor: '#5F6A6E', wrap: true },
} as const

/** A workbook of one sheet with merged cells. Texts are text cells: none is ever a formula. */
export async function writePlaced(sheet: PlacedSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { name, rows, sticky, widths } = sheet
  const written = writeExcelFile([
    {
      sheet: name,
      columns: widths.map((width) => ({ width })),
      data: rows.map((cells) => cells.map((cell) => (cell ? excelCell(cell) : null))),
      stickyRowsCount: sticky.rows,
      stickyColumnsCount: sticky.columns,
    },
  ])
  return new Uint8Array(await written.toBuffer())
}

function excelCell({ value, across, down, look, format }: PlacedCell): Cell {
  if (value === '') return across === 1 && down === 1 ? null : spanned('', across, down, look)
  if (typeof value === 'string') return spanned(value, across, down, look)
  return { value, type: Number, ...looks[look], ...(format === undefined ? {} : { format }) }
}

const spanned = (text: string, across: number, down: number, look: PlacedCell['look']): Cell => ({
  value: escaped(text),
  type: String,
  alignVertical: 'top',
  ...looks[look],
  ...(across > 1 ? { columnSpan: across } : {}),
  ...(down > 1 ? { rowSpan: down } : {}),
})
