import { Coordinator, type Connector, type Logger } from '@uwdata/mosaic-core'
import { astToDOM, parseSpec } from '@uwdata/mosaic-spec'
import { createAPIContext, Param, Selection } from '@uwdata/vgplot'
import { axisText } from '../../domain/notebook/axis-text.ts'
import { drawKind } from '../../domain/notebook/chart-kinds/draw-kind.ts'
import { writeKindQuery } from '../../domain/notebook/chart-kinds/kind-query.ts'
import { readKindRows, type KindRows } from '../../domain/notebook/chart-kinds/kind-rows.ts'
import { notesOn } from '../../domain/notebook/chart-notes.ts'
import { compileChart } from '../../domain/notebook/chart-spec.ts'
import { drawnChannels, summarise, type DrawnMark } from '../../domain/notebook/chart-summary.ts'
import { axisFormats, type Chart } from '../../domain/notebook/chart.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { paramNames, type JsonObject } from '../../domain/notebook/mosaic-json.ts'
import { paperPalette } from '../../domain/notebook/palette.ts'
import { readResult } from '../../domain/notebook/result-table.ts'
import type { ChartToDraw, DrawnChart } from '../../services/report/drawing.ts'
import { svgText } from './svg-text.ts'
import { addTips } from './tips.ts'

type Spec = Parameters<typeof parseSpec>[0]
type Params = NonNullable<NonNullable<Parameters<typeof astToDOM>[1]>['params']>

/** What is read of a Mosaic plot and its marks once they are drawn. */
interface Plot {
  render: () => Promise<void>
  readonly marks: readonly PlotMark[]
}
interface PlotMark {
  readonly type: string
  readonly pending: Promise<unknown>
  readonly data?: {
    readonly numRows?: number
    readonly columns?: Readonly<Record<string, ArrayLike<unknown>>>
  }
  channelField(channel: string): { readonly as: string } | null
}

/** More than a sheet of paper can show, and than a report should carry. */
const mostShapes = 20_000
const mostCharacters = 4_000_000

/** Draws one chart in this thread's document; a chart that cannot be drawn says why. */
export async function drawChart(
  chart: ChartToDraw,
  values: Readonly<Record<string, Value>>,
  connector: Connector,
): Promise<DrawnChart> {
  const { name } = chart
  try {
    const made = await specOf(chart, connector)
    return { name, ok: true, ...(await draw(chart, made, paramsFor(chart, values), connector)) }
  } catch (error) {
    return { name, ok: false, reason: reasonOf(error) }
  }
}

interface Made {
  readonly spec: JsonObject
  /** What it shows, where that is known before it is drawn. */
  readonly summary?: string
  /** The groups of a ready-made kind. */
  readonly groups?: KindRows
}

/** The specification of a chart; of a ready-made kind once its data are here. */
async function specOf({ chart, width }: ChartToDraw, connector: Connector): Promise<Made> {
  const target = { palette: paperPalette, interactive: false }
  const { draw: kind } = chart
  if (!kind) return { spec: compileChart(chart, target) }
  const sql = writeKindQuery(chart.from ?? '', kind, [])
  const answer: unknown = await connector.query({ type: 'arrow', sql })
  if (!(answer instanceof Uint8Array)) throw new Error('数据没有取到')
  const groups = readKindRows(readResult(answer))
  const { spec, told, summary } = drawKind(kind, groups, {
    ...target,
    chart,
    scale: 1,
    em: 12,
    width,
  })
  if (!spec) throw new Error(told.join(''))
  return { spec, summary, groups }
}

async function draw({ chart }: ChartToDraw, made: Made, params: Params, connector: Connector) {
  let fail: (reason: unknown) => void = () => undefined
  const failed = new Promise<never>((_resolve, reject) => (fail = reject))
  const logger: Logger = { ...silent, error: fail }
  const coordinator = new Coordinator(connector, { logger, preagg: { enabled: false } })
  const api: unknown = createAPIContext({ coordinator })
  const { element } = await astToDOM(parseSpec(made.spec as unknown as Spec), {
    api,
    params,
  })
  const plot = plotOf(element)
  await Promise.race([rendered(plot), untilFailure(plot), failed])
  const svg = element.querySelector('svg')
  if (!svg) throw new Error('没有画出图形')
  addTips(svg, plot.marks, chart)
  const marks = plot.marks.map(drawnMark)
  const { summary = inWords(chart, marks), groups } = made
  const text = svgText(svg, summary)
  if (text.length > mostCharacters) throw new Error('图里的文字太长，请先在查询里截短')
  return { svg: text, summary, marks, ...(groups ? { groups } : {}) }
}

function inWords(chart: Chart, marks: readonly DrawnMark[]): string {
  return [summarise(chart, chart.title, marks), ...notesOn(chart, marks)].join('')
}

/** Resolves after the first drawing. Mosaic begins it in a frame of its own, where errors get lost. */
function rendered(plot: Plot): Promise<void> {
  const render = plot.render.bind(plot)
  return new Promise((resolve, reject) => {
    plot.render = async () => {
      const shapes = plot.marks.reduce((sum, { data }) => sum + (data?.numRows ?? 0), 0)
      if (shapes > mostShapes) reject(new Error('图形太多，请先在查询里汇总'))
      else await render().then(resolve, reject)
    }
  })
}

/** Never resolves; rejects where a mark cannot learn of its columns. */
async function untilFailure({ marks }: Plot): Promise<never> {
  await Promise.all(marks.map(({ pending }) => pending))
  return new Promise(() => undefined)
}

function paramsFor({ chart, width }: ChartToDraw, values: Readonly<Record<string, Value>>): Params {
  const params: Params = new Map()
  params.set(paramNames.width, Param.value(width))
  for (const format of [undefined, ...axisFormats]) {
    params.set(paramNames.format(format), Param.value(axisText(format)))
  }
  for (const [name, value] of Object.entries(values)) {
    params.set(paramNames.parameter(name), Param.value(value))
  }
  const filter = chart['filter-by'] // nothing is brushed on paper
  if (filter !== undefined) {
    const unset: unknown = Selection.crossfilter()
    params.set(paramNames.selection(filter), unset as Param<unknown>)
  }
  return params
}

/** vgplot leaves the plot on its element. */
function plotOf(element: Element): Plot {
  return (element as Element & { readonly value: Plot }).value
}

function drawnMark(mark: PlotMark): DrawnMark {
  const column = (channel: string) => {
    const as = mark.channelField(channel)?.as
    return Array.from(mark.data?.columns?.[as ?? ''] ?? [])
  }
  const channels = Object.fromEntries(drawnChannels.map((name) => [name, column(name)]))
  return { mark: mark.type, x: column('x'), y: column('y'), channels }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

const nothing = () => undefined
const silent: Logger = {
  debug: nothing,
  info: nothing,
  log: nothing,
  warn: nothing,
  error: nothing,
  group: nothing,
  groupCollapsed: nothing,
  groupEnd: nothing,
}
