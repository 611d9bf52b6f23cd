import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { classroomProjection } from '../../desktop/domain/classroom/projection.ts'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { createContent } from '../../desktop/host/content.ts'
import { EngineSupervisor } from '../../desktop/host/engine-supervisor.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import { createLearning } from '../../desktop/services/learning.ts'
import { bundleProgram } from '../bundle.ts'

const project = new URL('../..', import.meta.url).pathname
const projections = [progressProjection, assessmentProjection, classroomProjection]

/** The real engine in the role that runs exercises; it may read these folders. */
export async function openExerciseEngine(allowedDirectories: string[]) {
  const program = await bundleProgram('desktop/engine/main.ts')
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-exercise-'))
  const supervisor = new EngineSupervisor({
    bundle: program.file,
    config: {
      role: 'exercise',
      temporaryDirectory: join(temporary, 'spill'),
      temporarySize: '1GB',
      memoryLimit: '512MB',
      threads: 1,
      allowedDirectories,
    },
    limits: { residentBytes: 1.5 * 2 ** 30, silenceMs: 5000 },
    spawn: forkSpawner(),
  })
  return {
    supervisor,
    async close() {
      await supervisor.close()
      await program.remove()
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

export type ExerciseEngine = Awaited<ReturnType<typeof openExerciseEngine>>

interface Options {
  /** More files below the content's root, by path; they take the place of shipped ones. */
  readonly files?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
  readonly now?: () => Date
}

/** Learning on the real engine, a real journal and a copy of the shipped courses and datasets. */
export async function openLearning(options: Options = {}) {
  const { files = {}, timeoutMs = 10_000, now = () => new Date() } = options
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-learning-'))
  const root = join(temporary, 'content')
  await cp(join(project, 'datasets'), join(root, 'datasets'), { recursive: true })
  await cp(join(project, 'courses'), join(root, 'courses'), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const data = join(temporary, 'data')
  const content = createContent(root, data)
  const workspacePath = join(temporary, 'workspace')
  const openJournal = () => openWorkspace(workspacePath, { projections, clock: { now } })
  let workspace = await openJournal()
  const exercise = await openExerciseEngine([data])
  const datasets = await createCatalogue(content)
  const learningOn = (journal: (typeof workspace)['journal']) =>
    createLearning({
      ...{ content, datasets, engine: exercise.supervisor, journal, timeoutMs },
      clock: { now },
    })
  return {
    get journal() {
      return workspace.journal
    },
    catalogue: datasets,
    learning: learningOn(workspace.journal),
    /** The same workspace, closed and opened again. */
    async reopen() {
      await workspace.close()
      workspace = await openJournal()
      return learningOn(workspace.journal)
    },
    async close() {
      await exercise.close()
      await workspace.close()
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

export type LearningBench = Awaited<ReturnType<typeof openLearning>>

/** A call as a handler sees it, from a caller that waits. */
export const call = {
  signal: new AbortController().signal,
  context: undefined,
  emit: () => Promise.resolve(),
  progress: () => undefined,
}
