import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { faces, lineFor, size, textWidth } from './layout.ts'
import { runsOf, type Places } from './runs.ts'

/** How wide a text is, in characters of half width, within what a column may claim. */
function claim(text: string): number {
  const width = Array.from(text).reduce((sum, one) => sum + (one > '\u2E7F' ? 2 : 1), 0)
  return Math.min(40, Math.max(5, width))
}

const rowsOf = (table: Element) => Array.from(table.querySelectorAll('tr'))
const cellsOf = (row: Element) => Array.from(row.children)
const spanOf = (cell: Element, name: string) => Number(cell.getAttribute(name) ?? 1)

/** Few rows tell how wide the columns are. */
const lookedAt = 200

/** The columns share the width of the text by what stands in them. */
function columnWidths(rows: readonly Element[]): number[] {
  const claims: number[] = []
  for (const row of rows.slice(0, lookedAt)) {
    const cells = cellsOf(row)
    if (cells.some((cell) => spanOf(cell, 'colspan') > 1)) continue
    cells.forEach((cell, at) => {
      claims[at] = Math.max(claims[at] ?? 0, claim(cell.textContent))
    })
  }
  const all = claims.reduce((sum, one) => sum + one, 0)
  return claims.map((one) => Math.floor((one / all) * textWidth.twips))
}

/** A table with its headings on every page; no row is broken over two. */
export function tableOf(element: Element, places: Places): Table {
  const rows = rowsOf(element)
  const widths = columnWidths(rows)
  const most = widths.length
  const letters = most <= 5 ? size.smallFour : most <= 9 ? size.five : size.smallFive
  return new Table({
    width: { size: textWidth.twips, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    rows: rows.map((row) => {
      const isHead = row.closest('thead') !== null
      return new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: cellsOf(row).map((cell) => cellOf(cell, { isHead, letters, places })),
      })
    }),
  })
}

interface Around {
  readonly isHead: boolean
  readonly letters: number
  readonly places: Places
}

function cellOf(cell: Element, { isHead, letters, places }: Around): TableCell {
  const style = { font: isHead ? faces.black : faces.body, size: letters, snapToGrid: false }
  const right = cell.classList.contains('number')
  return new TableCell({
    columnSpan: spanOf(cell, 'colspan'),
    rowSpan: spanOf(cell, 'rowspan'),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        ...lineFor(letters),
        alignment: isHead ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runsOf(cell, style, places),
      }),
    ],
  })
}
