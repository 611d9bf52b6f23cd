import { ZhizhiError } from '../../../contract/errors.ts'
import { mapTexts } from '../../../domain/notebook/chart-text.ts'
import { mapMapTexts } from '../../../domain/notebook/map/map.ts'
import type { Chart } from '../../../domain/notebook/chart.ts'
import type { ChartCell, MapCell } from '../../../domain/notebook/notebook.ts'
import { paperPalette } from '../../../domain/notebook/palette.ts'
import { chartTables, type LayerTable } from '../../../domain/notebook/picture/chart-table.ts'
import type { Framed } from '../../../domain/notebook/picture/frame.ts'
import { kindTable } from '../../../domain/notebook/picture/kind-table.ts'
import { titlesOf, type Titles } from '../../../domain/notebook/pivot/titles.ts'
import { readResult } from '../../../domain/notebook/result-table.ts'
import type { DrawnChart } from '../drawing.ts'
import { paperMap } from '../map-view.ts'
import type { ExitParts, Leaving } from './leaving.ts'
import { legendOf, provenance } from './provenance.ts'

/** A chart or map as it may leave: everything that its picture says, and its numbers. */
export interface Prepared {
  readonly framed: Framed
  readonly tables: readonly LayerTable[]
}

type Drawn = Extract<DrawnChart, { ok: true }>

/** Pixels of a chart; a map has its own. */
const width = 720

/** Rows of a map's table, each a place. */
const mostPlaces = 500

export function prepared(parts: ExitParts, leaving: Leaving): Promise<Prepared> {
  const { cell } = leaving
  return cell.kind === 'map'
    ? preparedMap(parts, leaving, cell)
    : preparedChart(parts, leaving, cell)
}

async function preparedChart(
  parts: ExitParts,
  leaving: Leaving,
  cell: ChartCell,
): Promise<Prepared> {
  const { session, values, signal, quotes } = leaving
  const chart = mapTexts(cell.chart, quotes.fill)
  const [found] = await parts.drawing.draw({
    charts: [{ name: cell.name, chart, width }],
    values,
    signal,
    async query(sql, type) {
      const input = { schema: session.id, sql, type }
      const { bytes } = await parts.engine.call('mosaic', input, { signal })
      return bytes
    },
    drawn: () => undefined,
  })
  if (!found?.ok) throw refused(found?.reason ?? '没有画出来')
  const { title, subtitle } = chart
  const { svg, summary } = found
  const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1] ?? 280)
  return {
    framed: {
      ...{ title, subtitle, summary, drawing: svg, width, height },
      legend: legendOf(chart, paperPalette),
      ...provenance(parts, leaving, chart),
    },
    tables: tablesOf(chart, found, titlesOf(leaving.datasets)),
  }
}

function tablesOf(chart: Chart, { marks, groups }: Drawn, titles: Titles): LayerTable[] {
  return chart.draw && groups
    ? [kindTable(chart.draw, groups, titles)]
    : chartTables(chart, marks, titles)
}

async function preparedMap(parts: ExitParts, leaving: Leaving, cell: MapCell): Promise<Prepared> {
  const { session, signal, quotes } = leaving
  const map = mapMapTexts(cell.map, quotes.fill)
  const page = { relation: session.relation(map.from), offset: 0, limit: mostPlaces, sort: [] }
  const { bytes } = await parts.engine.call('relation.page', page, { signal })
  const paper = paperMap(map, readResult(bytes), await parts.boundaries.find(map.area))
  if (!paper) throw refused('没有要用的列或底图')
  const { drawn, ground, svg } = paper
  const { notes, synthetic } = provenance(parts, leaving, map)
  return {
    framed: {
      ...{ title: map.title, subtitle: map.subtitle, summary: drawn.summary, drawing: svg },
      ...{ width: ground.width, height: ground.height, synthetic },
      legend: [{ text: `${drawn.label}：`, colour: '' }, ...drawn.legend],
      notes: [ground.note, ...drawn.told, ...notes],
    },
    tables: [{ columns: ['代码', '地方', drawn.label], rows: drawn.rows }],
  }
}

const refused = (problem: string) =>
  new ZhizhiError('chart_refused', { problem: problem.replace(/。$/, '') })
