import { setMaxListeners } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WireError } from '../contract/errors.ts'
import type { AppTable } from '../contract/procedures.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import type { Problem } from '../domain/course/problem.ts'
import { toldRunsProjection } from '../domain/classroom/lan/runs.ts'
import { classroomProjection } from '../domain/classroom/projection.ts'
import { assessmentProjection } from '../domain/assessment/projection.ts'
import { progressProjection } from '../domain/course/progress.ts'
import { studyProjection } from '../domain/course/study.ts'
import type { SerializedIndex } from '../domain/search/search-index.ts'
import { AppEvents } from '../services/app-events.ts'
import { createAppHandlers } from '../services/app.ts'
import { Attaching } from '../services/attaching.ts'
import { createCatalogue, type Catalogue } from '../services/catalogue.ts'
import { checkFiles } from '../services/check-files.ts'
import type { Exchange } from '../services/exchange/exchange.ts'
import { Rubrics } from '../services/assessment/rubrics.ts'
import { capstoneGoal } from '../services/certificate/capstone-goal.ts'
import { lessonGoals } from '../services/certificate/lesson-goals.ts'
import { eitherGoals, programmeGoals } from '../services/certificate/programme-goals.ts'
import type { Goals, PdfPrinter } from '../services/certificate/ports.ts'
import { createLearning, type LearningService } from '../services/learning.ts'
import { arrivalsProjection, createPeople } from '../services/people.ts'
import type { Gate } from '../services/gate/gate.ts'
import type {
  CertificateKeys,
  Clock,
  Content,
  Engine,
  Journal,
  Workbooks,
} from '../services/ports.ts'
import { createReleaseMemory, releasedProjection } from '../services/disclosure/memory.ts'
import { Releases } from '../services/disclosure/releases.ts'
import { createPaperHandlers } from '../services/papers/handlers.ts'
import type { ReportService } from '../services/report/report.ts'
import { createSearch, type SearchService } from '../services/search.ts'
import { createSpeech } from '../services/speech/speech.ts'
import { createStudy } from '../services/study.ts'
import { tellingJournal } from '../services/classroom/telling.ts'
import { createSettings, settingsProjection } from '../services/settings.ts'
import { appVersion } from './app-root.ts'
import { composeAssessment } from './compose-assessment.ts'
import { catalogueProjections, composeCatalogue } from './compose-catalogue.ts'
import {
  certificateProjections,
  composeCertificates,
  type Certificating,
} from './compose-certificates.ts'
import { composeClassroom } from './compose-classroom.ts'
import { composeWorkbench } from './compose-workbench.ts'
import { createContent } from './content.ts'
import type { Spawner } from './engine-process.ts'
import { superviseEngine } from './engines.ts'
import { openWorkspaceOrTemporary, type OpenedWorkspace } from './open-workspace.ts'
import { browserPdfPrinter } from './certificate/browser-pdf.ts'
import { createReportMakers } from './report/makers.ts'
import { tellChanges } from './tell-changes.ts'
import { createWorkbooks } from './workbook/workbooks.ts'

export interface ComposeOptions {
  /** The application's folder. */
  readonly root: string
  readonly host: 'electron' | 'web' | 'cli'
  /** The workspace's folder; without one, a temporary workspace. */
  readonly workspace?: string | undefined
  readonly spawn: Spawner
  /** The shell's own way to make PDFs; without one, an installed browser does it. */
  readonly printer?: PdfPrinter
}

/** The app put together: its services, and the handlers that a window speaks to. */
export interface App {
  readonly engine: Engine
  /** A folder that the engine may read and write, and that may be lost. */
  readonly engineFolder: string
  readonly catalogue: Catalogue
  readonly attaching: Attaching
  readonly search: SearchService
  readonly learning: LearningService
  readonly report: ReportService
  readonly releases: Releases
  readonly workbooks: Workbooks
  readonly exchange: Exchange
  readonly gate: Gate
  readonly certificates: Certificating
  readonly handlers: Handlers<AppTable, undefined>
  /** What is wrong with shipped datasets and notebooks below these paths. */
  checkFiles(paths: readonly string[]): Promise<Problem[]>
  close(): Promise<void>
}

// one run asks the engine many things under one signal; that is no leak
setMaxListeners(0)

/** An old PC takes its time over 300,000 rows; an endless query must still end. */
const slowestCheckMs = 20_000

const clock: Clock = { now: () => new Date() }

const projections = [
  settingsProjection,
  progressProjection,
  classroomProjection,
  assessmentProjection,
  toldRunsProjection,
  arrivalsProjection,
  ...catalogueProjections,
  ...certificateProjections,
  studyProjection,
  releasedProjection,
]

/** Opens the workspace, starts the engines and wires every service to its ports. */
export async function compose(options: ComposeOptions): Promise<App> {
  const { root, spawn } = options
  const opened = await openWorkspaceOrTemporary(options.workspace, projections)
  const { paths, notebooks, maps, listings, ownDatasets: ownData, salt } = opened.workspace
  const events = new AppEvents()
  const journal = tellingJournal(opened.workspace.journal, (id) => events.classChanged(id))
  const [temporary, data] = [paths.tmp, join(paths.tmp, 'data')]
  const content = createContent(root, data)
  const ownContent = createContent(paths.root, data)
  const catalogue = await createCatalogue(content, listings, ownContent)
  const supervise = (role: 'workbench' | 'exercise') =>
    superviseEngine(role, { root, temporary, readable: [data] }, spawn)
  const engine = supervise('workbench')
  const attaching = new Attaching(catalogue, engine)
  const exercise = supervise('exercise')
  engine.start().catch(() => undefined)

  const search = createSearch({ shipped: () => searchIndex(root), notebooks })
  const learns = { content, datasets: catalogue, engine: exercise, journal, clock }
  const warm = () => void exercise.start().catch(() => undefined)
  const learning = createLearning({ ...learns, timeoutMs: slowestCheckMs, warm })
  const workbooks = createWorkbooks(join(root, 'dist/node/workbook-worker.js'))
  const desk = { catalogue, attaching, engine, content }
  const version = appVersion(root)
  const kept = { journal, listings, ownData, salt }
  const store = { ...kept, workbooks, clock, version, root, spawn, temporary }
  const { handlers: around, ...doors } = await composeCatalogue({ ...desk, ...store })
  const courses = options.host === 'cli' ? undefined : root // a command line has no windows
  const stopTelling = tellChanges({ notebooks, courses }, search, events)
  const certificates = composeCertificates({
    ...{ journal, clock, keys: opened.workspace.certificateKeys, printer: options.printer },
    goals: certificateGoals(learning, content, journal),
  })
  const memory = createReleaseMemory(journal)
  const roundingKey = () => roundingKeyOf(opened.workspace.certificateKeys)
  const releases = new Releases({ engine, catalogue, memory, roundingKey })
  const makers = reportMakers(options, engine, data)
  const notebookParts = { root, files: notebooks, maps, workbooks, releases, makers }
  const workbench = composeWorkbench({ ...desk, ...notebookParts, clock })
  const app = { engine, engineFolder: data, catalogue, attaching, search, learning, ...doors }
  const own = composeOwn(options, { ...desk, ...doors, opened, journal, events, learning })
  return {
    ...{ ...app, report: workbench.report, releases, workbooks, certificates },
    handlers: {
      ...own.handlers,
      ...around,
      ...workbench.handlers,
      ...{ ...learning.handlers, ...certificates.handlers },
      ...paperHandlers(options, learning, catalogue),
      ...createStudy({ content, journal }),
      ...createSpeech(content, ownContent),
      ...search.handlers,
    },
    checkFiles: (paths) => checkContent(desk, paths),
    async close() {
      stopTelling()
      await Promise.all([own.lan.stop(), engine.close(), exercise.close()])
      await opened.close()
    },
  }
}

function paperHandlers(
  { printer }: ComposeOptions,
  { library }: LearningService,
  datasets: Catalogue,
) {
  return createPaperHandlers({ library, datasets, printer: printer ?? browserPdfPrinter() })
}

function reportMakers({ root, printer }: ComposeOptions, engine: Engine, engineFolder: string) {
  const wordWorker = join(root, 'dist/node/word-worker.js')
  const prints = printer ?? browserPdfPrinter()
  return createReportMakers({ engine, engineFolder, printer: prints, wordWorker })
}

interface Desk {
  readonly content: Content
  readonly catalogue: Catalogue
  readonly attaching: Attaching
}

/** Only when the engine has read the data is it known whether they fit. */
async function checkContent({ content, catalogue, attaching }: Desk, paths: readonly string[]) {
  await attaching.need(catalogue.entries().map(({ id }) => id))
  const { profileProblems } = await import('./profiles/validate.ts') // only where it is wanted
  return checkFiles({ content, catalogue, profileProblems }, paths)
}

/** What a certificate is given for: a training, or a course. */
function certificateGoals(
  { library, programmes }: LearningService,
  content: Content,
  journal: Journal,
): Goals {
  const capstonePassed = capstoneGoal(new Rubrics({ content, programmes }), journal)
  const trainings = programmeGoals({ programmes, library, journal, capstonePassed })
  return eitherGoals(trainings, lessonGoals(library, journal))
}

/** The workspace's secret by which the same cell is always rounded the same way. */
async function roundingKeyOf(keys: CertificateKeys): Promise<string> {
  const key = await keys.first()
  const signature = key.sign(new TextEncoder().encode('zhizhi: rounding of released tables'))
  return Buffer.from(signature).toString('base64')
}

interface OwnParts {
  readonly opened: OpenedWorkspace
  readonly journal: Journal
  readonly engine: Engine
  readonly catalogue: Catalogue
  readonly events: AppEvents
  readonly learning: LearningService
  readonly content: Content
  readonly gate: Gate
}

/** What a window asks of the app itself; changes are told to every window. */
function composeOwn({ root, host }: ComposeOptions, parts: OwnParts) {
  const { opened, journal, engine, events } = parts
  const { people, suggestions, paths, notebooks } = opened.workspace
  engine.onState((state) => events.send({ kind: 'engine', state }))
  const settings = createSettings(journal, (now) =>
    events.send({ kind: 'settings', settings: now }),
  )
  const facts = {
    version: appVersion(root),
    host,
    workspace: paths.root,
    problems: [...opened.problems, ...parts.catalogue.twice.map(twiceProblem)],
  }
  const learners = createPeople(people, journal, settings, () => events.send({ kind: 'people' }))
  const renderer = join(root, 'dist/renderer')
  const classParts = { journal, people, suggestions, learners, clock, renderer, events }
  const { learning, content, gate } = parts
  const classroom = composeClassroom({ ...classParts, learning, content, gate })
  return {
    lan: classroom.lan,
    handlers: {
      ...createAppHandlers({ facts, engine, events, settings, people: learners }),
      ...classroom.handlers,
      ...composeAssessment({
        ...{ journal, people, learning, content, notebooks, gate, clock },
        datasets: parts.catalogue,
      }),
    },
  }
}

const twiceProblem = (dataset: string): WireError => ({
  code: 'dataset_twice',
  params: { dataset },
})

async function searchIndex(root: string): Promise<SerializedIndex> {
  return JSON.parse(await readFile(join(root, 'dist/search-index.json'), 'utf8')) as SerializedIndex
}
