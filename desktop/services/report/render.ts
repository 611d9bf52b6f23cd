import type { ReportRecord } from '../../contract/report.ts'
import { errorText } from '../../contract/error-text.ts'
import { ZhizhiError } from '../../contract/errors.ts'
import type { CellState } from '../../contract/workbench.ts'
import { mapTexts } from '../../domain/notebook/chart-text.ts'
import { sourcesOf } from '../../domain/notebook/chart.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import { cellsOf, type ChartCell, type Notebook } from '../../domain/notebook/notebook.ts'
import { valuesOf } from '../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import type { Problem } from '../../domain/notebook/problem.ts'
import type { Catalogue } from '../catalogue.ts'
import { NotebookGuard } from '../disclosure/notebook-guard.ts'
import type { Recipient, Releases } from '../disclosure/releases.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Session } from '../workbench/session.ts'
import type { Sessions } from '../workbench/sessions.ts'
import { boundariesOf, type BoundarySource } from './boundaries.ts'
import { blockView } from './block-view.ts'
import { datasetFacts, type DatasetFacts } from './dataset-facts.ts'
import type { ChartDrawing, ChartToDraw, DrawnChart } from './drawing.ts'
import { Contents } from './contents.ts'
import { footView } from './foot-view.ts'
import { recordOf } from './record.ts'
import { sourcesView } from './sources-view.ts'
import { readTables, type DataTables } from './tables.ts'
import { gather, type Results } from './gather.ts'
import { failedChecksView } from './measure-view.ts'
import type { ReportMakers } from './makers.ts'
import { outcomes, type CheckOutcome } from './measures.ts'
import { pageText } from './page.ts'
import { QuoteWriter } from './quotes.ts'
import { toldIn, type View } from './view.ts'
import { withheldOf, withheldView, type CellWithheld } from './withheld-view.ts'

export interface RenderParts {
  readonly boundaries: BoundarySource
  readonly sessions: Sessions
  readonly catalogue: Catalogue
  readonly engine: Engine
  readonly drawing: ChartDrawing
  readonly releases: Releases
  readonly clock: Clock
  /** Of the application. */
  readonly version: string
}

export interface RenderOptions {
  readonly source: string
  /** Chosen values; those that fit no parameter are left out. */
  readonly values: Readonly<Record<string, unknown>>
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
  /** Whom it is for; government where it is not said. */
  readonly recipient?: Recipient | undefined
  /** Whether the tables are wanted as data. */
  readonly data?: boolean
  /** Writes a table as Parquet, where that is wanted too. */
  readonly parquet?: ReportMakers['parquet'] | undefined
}

export interface Report {
  readonly title: string
  readonly made: Date
  readonly html: string
  readonly record: ReportRecord
  /** The tables, where they were asked for. */
  readonly data: DataTables
  readonly cells: readonly CellState[]
  readonly charts: readonly DrawnChart[]
  readonly datasets: readonly DatasetFacts[]
  readonly parameters: Readonly<Record<string, Value>>
  /** What is wrong with the notebook's text. */
  readonly problems: readonly Problem[]
  readonly checks: readonly CheckOutcome[]
  /** What was held back of results over protected datasets. */
  readonly withheld: readonly CellWithheld[]
}

/** Shares of the whole work: the cells, then the charts. */
const cellsShare = 0.4

/** Widths of pictures, in pixels; a half one stands beside its neighbour. */
const widths = { whole: 720, half: 352 } as const

/** A notebook as one self-contained HTML file. What fails in it is said in its place. */
export async function render(parts: RenderParts, options: RenderOptions): Promise<Report> {
  const { releases, catalogue } = parts
  const terms = { recipient: options.recipient ?? 'government', method: 'suppress' } as const
  const guard = new NotebookGuard({ releases, catalogue, terms })
  const session = await parts.sessions.open(guard)
  try {
    return await make(parts, options, { session, guard })
  } catch (error) {
    throw options.signal.aborted ? new ZhizhiError('cancelled') : error
  } finally {
    await parts.sessions.close(session.id)
  }
}

interface Opened {
  readonly session: Session
  readonly guard: NotebookGuard
}

async function make(
  parts: RenderParts,
  options: RenderOptions,
  { session, guard }: Opened,
): Promise<Report> {
  const { engine, catalogue, clock, version } = parts
  const { signal, onProgress } = options
  const notebook = parseNotebook(options.source)
  const values = valuesOf(notebook, options.values)
  const datasets = datasetFacts(notebook, catalogue)
  const packages = datasets.flatMap((one) => one.package ?? [])
  const ran = (share: number) => onProgress(cellsShare * share)
  const asked = { notebook, values, datasets: packages, session, engine, signal }
  const results = await gather({ ...asked, onProgress: ran })
  const quotes = new QuoteWriter(results, values)
  const material = { notebook, values, session, guard, results, quotes, signal, onProgress }
  const charts = await drawAll(parts, material)
  signal.throwIfAborted()
  const made = clock.now()
  const checks = outcomes(notebook, results)
  const withheld = withheldOf(guard.withheld)
  const seen = { notebook, results, quotes, values, datasets }
  const recipient = options.recipient ?? 'government'
  const record = await recordOf({ ...seen, made, version, recipient })
  const held = new Set(guard.withheld.keys())
  const boundaries = await boundariesOf(notebook, parts.boundaries)
  const around = { boundaries, charts, held, checks, withheld, record, made, version }
  const html = await written({ ...seen, ...around })
  const data = options.data
    ? await readTables({ ...seen, session, guard, engine, signal, parquet: options.parquet })
    : { tables: [], left: [] }
  onProgress(1)
  return {
    title: notebook.head.title,
    made,
    html,
    record,
    data,
    cells: [...results.states.values()],
    charts,
    datasets,
    parameters: values,
    problems: notebook.problems,
    checks,
    withheld,
  }
}

interface Written extends Pick<
  View,
  'notebook' | 'results' | 'quotes' | 'values' | 'datasets' | 'boundaries'
> {
  readonly charts: readonly DrawnChart[]
  readonly held: ReadonlySet<string>
  readonly checks: readonly CheckOutcome[]
  readonly withheld: readonly CellWithheld[]
  readonly record: ReportRecord
  readonly made: Date
  readonly version: string
}

/** The page, when everything that it tells is known. */
function written(all: Written): Promise<string> {
  const { notebook, values, datasets, record, made, version } = all
  const contents = new Contents()
  const charts = new Map(all.charts.map((one) => [one.name, one]))
  const view: View = { ...all, charts, told: toldIn(notebook), contents }
  const body = [
    failedChecksView(all.checks),
    ...notebook.blocks.map((block) => blockView(block, view)),
    withheldView(all.withheld),
    sourcesView({ view, record, made }),
  ]
  const foot = footView({ datasets, values, made, version })
  return pageText({ head: notebook.head, record, contents: contents.view(), body, foot })
}

interface DrawMaterial extends Pick<RenderOptions, 'signal' | 'onProgress'> {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  readonly session: Session
  readonly guard: NotebookGuard
  readonly results: Results
  readonly quotes: QuoteWriter
}

async function drawAll(
  { engine, drawing }: RenderParts,
  material: DrawMaterial,
): Promise<DrawnChart[]> {
  const { notebook, values, session, guard, results, quotes, signal, onProgress } = material
  const cells = cellsOf(notebook, 'chart').filter((cell) => hasData(cell, results))
  const kept = cells.flatMap((cell) => keptBack(cell, guard) ?? [])
  const charts = cells.filter((cell) => !keptBack(cell, guard)).map((cell) => toDraw(cell, quotes))
  const drawn = await drawing.draw({
    charts,
    values,
    signal,
    async query(sql, type) {
      const { bytes } = await engine.call('mosaic', { schema: session.id, sql, type }, { signal })
      return bytes
    },
    drawn: (count) => onProgress(cellsShare + (1 - cellsShare) * (count / charts.length)),
  })
  return [...drawn, ...kept]
}

/** A chart that reads rows of persons itself does not leave; one of a table that does is drawn from that. */
function keptBack({ name, chart }: ChartCell, guard: NotebookGuard): DrawnChart | undefined {
  const problem = sourcesOf(chart).flatMap((source) => guard.problemOf(source) ?? [])[0]
  if (!problem) return undefined
  const { what, next } = errorText(problem, 'zh')
  return { name, ok: false, reason: what + next }
}

/** A chart of a cell that was not made is not tried: the cell itself says what is wrong. */
function hasData({ chart }: ChartCell, { states }: Results): boolean {
  return sourcesOf(chart).every((source) => {
    const state = states.get(fold(source))
    return state === undefined || state.status === 'done'
  })
}

function toDraw({ name, chart }: ChartCell, quotes: QuoteWriter): ChartToDraw {
  const width = chart.half ? widths.half : widths.whole
  return { name, chart: mapTexts(chart, quotes.fill), width }
}
