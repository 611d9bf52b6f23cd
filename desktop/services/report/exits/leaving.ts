import { ZhizhiError, fromWireError } from '../../../contract/errors.ts'
import type { AppTable } from '../../../contract/procedures.ts'
import type { Input } from '../../../contract/wire/procedure.ts'
import type { DataPackage } from '../../../domain/catalogue/data-package.ts'
import { textsOf } from '../../../domain/notebook/chart-text.ts'
import { sourcesOf } from '../../../domain/notebook/chart.ts'
import type { Value } from '../../../domain/notebook/input.ts'
import { textsOfMap } from '../../../domain/notebook/map/map.ts'
import { fold } from '../../../domain/notebook/name.ts'
import {
  cellsOf,
  type ChartCell,
  type MapCell,
  type Notebook,
} from '../../../domain/notebook/notebook.ts'
import { valuesOf } from '../../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../../domain/notebook/parse.ts'
import { quotesIn } from '../../../domain/notebook/quote.ts'
import { readResult, type ResultTable } from '../../../domain/notebook/result-table.ts'
import { finishedTables } from '../../../domain/notebook/stat/finish.ts'
import { statisticRows } from '../../../domain/notebook/stat/write-parts.ts'
import { heldWords } from '../../../domain/privacy/release/held-words.ts'
import type { Catalogue } from '../../catalogue.ts'
import { isProtected } from '../../disclosure/guarded-cell.ts'
import { NotebookGuard } from '../../disclosure/notebook-guard.ts'
import type { Releases } from '../../disclosure/releases.ts'
import type { Clock, Engine, Workbooks } from '../../ports.ts'
import type { Session } from '../../workbench/session.ts'
import type { Sessions } from '../../workbench/sessions.ts'
import type { BoundarySource } from '../boundaries.ts'
import type { ChartDrawing } from '../drawing.ts'
import { QuoteWriter } from '../quotes.ts'

export interface ExitParts {
  readonly sessions: Sessions
  readonly catalogue: Catalogue
  readonly engine: Engine
  readonly drawing: ChartDrawing
  readonly boundaries: BoundarySource
  readonly releases: Releases
  readonly workbooks: Workbooks
  readonly clock: Clock
  readonly version: string
}

export type LeavingRequest = Input<AppTable, 'chart.picture'>

/** A chart on its way out, and the tables that it may be drawn from. */
export interface Leaving {
  readonly cell: ChartCell | MapCell
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  readonly session: Session
  readonly quotes: QuoteWriter
  readonly datasets: readonly DataPackage[]
  /** What was held back; empty where nothing was. */
  readonly held: string
  readonly signal: AbortSignal
}

/**
 * Every chart that leaves by itself comes through here. Over protected data the notebook is run once
 * more as it may leave, and the chart drawn from that; else from what is on the screen.
 */
export async function leavingChart<T>(
  parts: ExitParts,
  request: LeavingRequest,
  signal: AbortSignal,
  work: (leaving: Leaving) => Promise<T>,
): Promise<T> {
  const { catalogue, sessions } = parts
  const notebook = parseNotebook(request.source)
  const cell = [...cellsOf(notebook, 'chart'), ...cellsOf(notebook, 'map')].find(
    ({ name }) => fold(name) === fold(request.cell),
  )
  if (!cell) throw new ZhizhiError('not_found', { what: request.cell })
  const values = valuesOf(notebook, request.values)
  const datasets = request.datasets.map((id) => catalogue.dataset(id).package)
  const ready = { cell, notebook, values, datasets, signal }
  if (!notebook.head.datasets.some(({ id }) => isProtected(catalogue, id))) {
    const session = sessions.session(request.session)
    const quotes = await quotesFrom(parts, { ...ready, session })
    return work({ ...ready, session, quotes, held: '' })
  }
  const terms = { recipient: 'government', method: 'suppress' } as const
  const guard = new NotebookGuard({ releases: parts.releases, catalogue, terms })
  const session = await sessions.open(guard)
  try {
    await session.run({ notebook, values, signal, emit: () => Promise.resolve() })
    const sources = cell.kind === 'map' ? [cell.map.from] : sourcesOf(cell.chart)
    const problem = sources.flatMap((source) => guard.problemOf(source) ?? [])[0]
    if (problem) throw fromWireError(problem)
    const held = sources
      .flatMap((source) => guard.withheldIn(source))
      .map((one) => heldWords(one).zh)
    const quotes = await quotesFrom(parts, { ...ready, session })
    return await work({ ...ready, session, quotes, held: [...new Set(held)].join('') })
  } finally {
    await sessions.close(session.id)
  }
}

type Reading = Pick<Leaving, 'cell' | 'notebook' | 'values' | 'session' | 'signal'>

/** What the chart's texts quote, read from the tables that it is drawn from. */
async function quotesFrom(
  { engine }: ExitParts,
  { cell, notebook, values, session, signal }: Reading,
): Promise<QuoteWriter> {
  const texts = cell.kind === 'map' ? textsOfMap(cell.map) : textsOf(cell.chart)
  const quoted = texts.flatMap((text) =>
    quotesIn(text).flatMap(({ quote }) => (quote?.column === undefined ? [] : [quote.name])),
  )
  const tables = new Map<string, ResultTable>()
  for (const name of new Set(quoted)) {
    const relation = relationOf(session, name)
    if (!relation) continue
    const page = { relation, offset: 0, limit: statisticRows, sort: [] }
    const { bytes } = await engine.call('relation.page', page, { signal })
    tables.set(fold(name), readResult(bytes))
  }
  const finished = finishedTables(cellsOf(notebook, 'stat'), tables)
  return new QuoteWriter({ tables: finished }, values)
}

/** A quote of a table that was not made is written as a dash. */
function relationOf(session: Session, name: string) {
  try {
    return session.relation(name)
  } catch {
    return undefined
  }
}
