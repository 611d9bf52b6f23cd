import { compileChart } from '../../../desktop/domain/notebook/chart-spec.ts'
import { cellsOf } from '../../../desktop/domain/notebook/notebook.ts'
import { screenPalette } from '../../../desktop/domain/notebook/palette.ts'
import { parseNotebook } from '../../../desktop/domain/notebook/parse.ts'
import type { PageChart } from './in-page/main.ts'

/** The table that is brushed: two amounts and a time of day, made of the rows' numbers alone. */
export const tableSql = (rows: number) => `SELECT (hash(i) % 10000 / 100.0)::DOUBLE AS minutes,
  (sqrt(hash(i + 7) % 1000000) / 10)::DOUBLE AS amount,
  ((hash(i * 3) % 2400 / 100.0 + hash(i * 5) % 2400 / 100.0) / 2)::DOUBLE AS clock
FROM range(${rows}) r(i)`

const chart = (column: string) => `\`\`\`chart
title: ${column}
from: calls
height: 220
half: true
select: { brush: intervalX, as: pick }
filter-by: pick
plot:
  - { mark: rectY, x: { bin: ${column}, steps: 40 }, y: { count: true } }
\`\`\`
`

/** Three histograms of one table, each of which brushes the two others. */
export const brushNotebook = (rows: number) => `---
title: 联动
question: 跟得上手吗？
datasets: []
---
\`\`\`sql name=calls
${tableSql(rows)}
\`\`\`
${['minutes', 'amount', 'clock'].map(chart).join('\n')}`

/** Its charts as the app compiles them. */
export function chartsOf(source: string): PageChart[] {
  const notebook = parseNotebook(source)
  if (notebook.problems.length > 0) throw new Error(JSON.stringify(notebook.problems))
  return cellsOf(notebook, 'chart').map(({ name, chart }) => ({
    cell: name,
    spec: JSON.stringify(compileChart(chart, { palette: screenPalette, interactive: true })),
    selections: [chart.select?.as, chart['filter-by']].filter((one) => one !== undefined),
  }))
}
