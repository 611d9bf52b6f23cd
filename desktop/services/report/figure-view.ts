import { paperPalette } from '../../domain/notebook/palette.ts'
import { drawFigure } from '../../domain/notebook/stat/figure/draw.ts'
import { figureSummary } from '../../domain/notebook/stat/figure/figure-summary.ts'
import type { Figure } from '../../domain/notebook/stat/figure/figure.ts'
import type { Shape, Sheet } from '../../domain/notebook/stat/figure/shape.ts'
import { isAmount, writeSmall, type SmallTable } from '../../domain/notebook/stat/small-table.ts'
import { Html, markup, nothing } from './html.ts'

const chinese = ({ zh }: { readonly zh: string }) => zh
const sheet: Sheet = { width: 680, letter: 12, palette: paperPalette, pick: chinese }

/** A statistic's picture, as shapes and words only. */
export function figureView(figure: Figure): Html {
  const { width, height, shapes } = drawFigure(figure, sheet)
  const summary = figureSummary(figure).zh
  return markup`<figure class="small">
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${summary}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="12">${shapes.map(shapeView)}</svg>
</figure>`
}

function shapeView({ tag, attributes, text }: Shape): Html {
  const written = Object.entries(attributes).map(
    ([name, value]) => markup` ${new Html(name)}="${value}"`,
  )
  // tags and attributes' names are the drawing's own
  return markup`<${new Html(tag)}${written}>${text ?? ''}</${new Html(tag)}>`
}

export function smallTableView({ title, columns, rows }: SmallTable): Html {
  const side = (right: boolean) => (right ? markup` class="number"` : nothing)
  const amounts = columns.map((_, at) => rows.some((row) => isAmount(row[at] ?? null)))
  const heads = columns.map(
    (column, at) => markup`<th scope="col"${side(amounts[at] === true)}>${column.title.zh}</th>`,
  )
  const lines = rows.map((row) => {
    const cells = row.map(
      (cell, at) =>
        markup`<td${side(amounts[at] === true)}>${writeSmall(cell, columns[at]?.format, chinese)}</td>`,
    )
    return markup`<tr>${cells}</tr>\n`
  })
  return markup`<p class="note">${title.zh}</p>
<div class="wide"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>`
}
