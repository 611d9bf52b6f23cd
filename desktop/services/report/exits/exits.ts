import { ZhizhiError } from '../../../contract/errors.ts'
import type { AppTable } from '../../../contract/procedures.ts'
import type { Handlers } from '../../../contract/wire/procedure.ts'
import { mapTexts } from '../../../domain/notebook/chart-text.ts'
import { paperPalette } from '../../../domain/notebook/palette.ts'
import { chartTables } from '../../../domain/notebook/picture/chart-table.ts'
import { framed } from '../../../domain/notebook/picture/frame.ts'
import { titlesOf } from '../../../domain/notebook/pivot/titles.ts'
import { csvText } from '../../../domain/sharing/csv.ts'
import type { DrawnChart } from '../drawing.ts'
import { beijingDay } from '../moment.ts'
import { leavingChart, type ExitParts, type Leaving } from './leaving.ts'
import { legendOf, provenance } from './provenance.ts'

type ExitHandlers = Pick<Handlers<AppTable, undefined>, `chart.${'picture' | 'data'}`>

const width = 720
const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A chart as a picture or as the numbers behind it. */
export function createChartExits(parts: ExitParts): ExitHandlers {
  return {
    'chart.picture': (request, { signal }) =>
      leavingChart(parts, request, signal, async (leaving) => {
        const { svg, summary, chart } = await drawn(parts, leaving)
        const { title, subtitle } = chart
        const picture = framed(
          {
            ...{ title, subtitle, summary, drawing: svg, width, height: heightOf(svg) },
            legend: legendOf(chart, paperPalette),
            ...provenance(parts, leaving, chart),
          },
          paperPalette,
        )
        return { name: fileName(parts, leaving), ...picture }
      }),
    'chart.data': ({ format, ...request }, { signal }) =>
      leavingChart(parts, request, signal, async (leaving) => {
        const { chart, marks } = await drawn(parts, leaving)
        const tables = chartTables(chart, marks, titlesOf(leaving.datasets))
        const [first] = tables
        if (!first) throw new ZhizhiError('chart_refused', { problem: '图里没有数据' })
        const { notes, synthetic } = provenance(parts, leaving, chart)
        const about = [chart.title, ...(synthetic === undefined ? [] : [synthetic]), ...notes]
        const name = `${fileName(parts, leaving)}.${format}`
        const filled = (rows: typeof first.rows) => rows.map((row) => row.map((cell) => cell ?? ''))
        if (format === 'csv') {
          const text = csvText([[...first.columns], ...filled(first.rows)])
          return { name, type: types.csv, bytes: new TextEncoder().encode(text) }
        }
        const sheets = tables.map(({ columns, rows }, at) => ({
          name: tables.length === 1 ? '数据' : `图层 ${at + 1}`,
          columns: columns.map((heading) => ({ heading, width: 18 })),
          rows,
        }))
        const words = { heading: '这张图', width: 80 }
        const told = { name: '说明', columns: [words], rows: about.map((line) => [line]) }
        return { name, type: types.xlsx, bytes: await parts.workbooks.write([...sheets, told]) }
      }),
  }
}

type Drawn = Extract<DrawnChart, { ok: true }>

/** The chart drawn on its own, its texts filled in; a reason where it cannot be. */
async function drawn({ drawing, engine }: ExitParts, leaving: Leaving) {
  const { cell, session, values, signal, quotes } = leaving
  const chart = mapTexts(cell.chart, quotes.fill)
  const [found] = await drawing.draw({
    charts: [{ name: cell.name, chart, width }],
    values,
    signal,
    async query(sql, type) {
      const { bytes } = await engine.call('mosaic', { schema: session.id, sql, type }, { signal })
      return bytes
    },
    drawn: () => undefined,
  })
  if (!found?.ok) {
    const problem = found?.reason.replace(/。$/, '') ?? '没有画出来'
    throw new ZhizhiError('chart_refused', { problem })
  }
  return { ...(found satisfies Drawn), chart }
}

const heightOf = (svg: string) => Number(/ height="([\d.]+)"/.exec(svg)?.[1] ?? 280)

function fileName({ clock }: ExitParts, { cell }: Leaving): string {
  return `${cell.name}-${beijingDay(clock.now())}`
}
