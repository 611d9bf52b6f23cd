import { join } from 'node:path'
import type { Attaching } from '../services/attaching.ts'
import type { Catalogue } from '../services/catalogue.ts'
import { createDisclosureHandlers } from '../services/disclosure/handlers.ts'
import type { Releases } from '../services/disclosure/releases.ts'
import type { Clock, Content, Engine, KeptTextFiles, Workbooks } from '../services/ports.ts'
import { createChartExits } from '../services/report/exits/exits.ts'
import type { ReportMakers } from '../services/report/makers.ts'
import { createReport } from '../services/report/report.ts'
import { Boundaries } from '../services/workbench/boundaries.ts'
import { createGridHandlers } from '../services/workbench/grid-handlers.ts'
import { createWorkbenchHandlers } from '../services/workbench/handlers.ts'
import { createPivotHandlers } from '../services/workbench/pivot/export.ts'
import { createNotebookHandlers } from '../services/workbench/notebook-handlers.ts'
import { createInputHandlers } from '../services/workbench/input-data.ts'
import { createSqlHelpHandlers } from '../services/workbench/sql-help.ts'
import { Sessions } from '../services/workbench/sessions.ts'
import { NotebookShelf } from '../services/workbench/shelf.ts'
import { appVersion } from './app-root.ts'
import { createModels } from './models/models.ts'
import { createChartDrawing } from './report/drawing-thread.ts'

interface WorkbenchParts {
  readonly root: string
  readonly content: Content
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly engine: Engine
  readonly files: KeptTextFiles
  readonly maps: KeptTextFiles
  readonly workbooks: Workbooks
  readonly releases: Releases
  readonly makers: ReportMakers
  readonly clock: Clock
}

/** Notebooks: their shelf, their sessions in the engine, their reports. */
export function composeWorkbench(parts: WorkbenchParts) {
  const { root, content, catalogue, attaching, engine, files, workbooks, releases, makers, clock } =
    parts
  const boundaries = new Boundaries(parts.maps)
  const shelf = new NotebookShelf({ content, files, catalogue })
  const models = createModels(join(root, 'dist/node/model-worker.js'))
  const sessions = new Sessions({ engine, catalogue, attaching, clock, models })
  const drawing = createChartDrawing(join(root, 'dist/node/report-worker.js'))
  const version = appVersion(root)
  const render = {
    ...{ boundaries, sessions, catalogue, engine, drawing, releases, clock, version },
  }
  const report = createReport({ ...render, makers, workbooks })
  const shared = { sessions, releases, catalogue, engine }
  const handlers = {
    ...createWorkbenchHandlers({ shelf, sessions, engine }),
    ...createGridHandlers(sessions, engine),
    ...createPivotHandlers({ sessions, releases, engine, catalogue, workbooks, clock, version }),
    ...createChartExits({ ...shared, boundaries, drawing, workbooks, clock, version }),
    ...createDisclosureHandlers({ sessions, releases, catalogue, engine }),
    ...createNotebookHandlers({ content, files, clock }),
    ...createInputHandlers(sessions, engine),
    ...createSqlHelpHandlers({ engine, sessions, attaching, clock }),
    ...boundaries.handlers,
    ...report.handlers,
  }
  return { report, handlers }
}
