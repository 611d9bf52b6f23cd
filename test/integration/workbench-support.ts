import { outcomeOf } from '../../desktop/domain/notebook/stat/model/outcome.ts'
import type { Models } from '../../desktop/services/ports.ts'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { CellState } from '../../desktop/contract/workbench.ts'
import { valuesOf } from '../../desktop/domain/notebook/parameters.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { createContent } from '../../desktop/host/content.ts'
import type { Spawner } from '../../desktop/host/engine-process.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogue } from '../../desktop/services/catalogue.ts'
import type { Remembered, ReleaseMemory } from '../../desktop/services/disclosure/memory.ts'
import { Releases } from '../../desktop/services/disclosure/releases.ts'
import type { Session } from '../../desktop/services/workbench/session.ts'
import { Sessions } from '../../desktop/services/workbench/sessions.ts'
import { NotebookShelf } from '../../desktop/services/workbench/shelf.ts'

const project = new URL('../..', import.meta.url).pathname

/** The engine's bundle where the supervisor looks for it, below a folder that finds node_modules. */
async function bundleEngine(root: string): Promise<void> {
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: join(project, 'desktop/engine/main.ts'),
      outDir: join(root, 'dist/node'),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'engine.js' } },
    },
  })
}

/** A workspace without boundary files. */
export const noBoundaries = { find: () => Promise.resolve(undefined) }

/** The workbench on the real engine, the shipped datasets and the given notebooks. */
export async function openBench(notebooks: Readonly<Record<string, string>> = {}) {
  const cache = join(project, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const root = await mkdtemp(join(cache, 'zhizhi-bench-'))
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  await bundleEngine(root)
  await cp(join(project, 'datasets'), join(root, 'datasets'), { recursive: true })
  await mkdir(join(root, 'notebooks'))
  for (const [id, text] of Object.entries(notebooks)) {
    await writeFile(join(root, `notebooks/${id}.md`), text)
  }
  const data = join(temporary, 'data')
  const content = createContent(root, data)
  const catalogue = await createCatalogue(content)
  const workspace = await openWorkspace(join(temporary, 'workspace'), { projections: [] })
  const folders = { root, temporary, readable: [data] }
  let kill = (): void => undefined
  const spawn: Spawner = (bundle, config) => {
    const process = forkSpawner()(bundle, config)
    kill = () => process.kill()
    return process
  }
  const engine = superviseEngine('workbench', folders, spawn)
  const attaching = new Attaching(catalogue, engine)
  await engine.start()
  const clock = { now: () => new Date() }
  const models: Models = { fit: (spec, rows) => Promise.resolve(outcomeOf(spec, rows)) }
  const sessions = new Sessions({ engine, catalogue, attaching, clock, models })
  const released: Remembered[] = []
  return {
    engine,
    /** A folder that the engine may write. */
    engineFolder: data,
    attaching,
    /** What was let out, in memory only. */
    released,
    releases: new Releases({
      engine,
      catalogue,
      memory: memoryOf(released),
      roundingKey: () => Promise.resolve('a key'),
    }),
    /** Kills the engine's process as it is now. */
    killEngine: () => kill(),
    catalogue,
    content,
    sessions,
    clock,
    shelf: new NotebookShelf({ content, files: workspace.notebooks, catalogue }),
    async close() {
      await engine.close()
      await workspace.close()
      await rm(root, { recursive: true, force: true })
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

function memoryOf(kept: Remembered[]): ReleaseMemory {
  return {
    earlier: (base) => kept.filter((one) => one.base === base),
    remember: (tables) => {
      kept.push(...tables)
      return Promise.resolve()
    },
  }
}

export type Bench = Awaited<ReturnType<typeof openBench>>

export interface RunResult {
  readonly ran: readonly string[]
  /** The last state of each cell. */
  readonly cells: Readonly<Record<string, CellState>>
  readonly statuses: Readonly<Record<string, string>>
}

/** Runs a notebook's text in a session and gathers what it tells. */
export async function runText(
  session: Session,
  text: string,
  chosen: Readonly<Record<string, unknown>> = {},
  options: {
    signal?: AbortSignal
    onState?: (state: CellState) => void
    asked?: readonly string[]
  } = {},
): Promise<RunResult> {
  const notebook = parseNotebook(text)
  const cells: Record<string, CellState> = {}
  const { ran } = await session.run({
    notebook,
    values: valuesOf(notebook, chosen),
    signal: options.signal ?? new AbortController().signal,
    asked: options.asked,
    emit: (state) => {
      cells[state.cell] = state
      options.onState?.(state)
      return Promise.resolve()
    },
  })
  const statuses = Object.fromEntries(
    Object.values(cells).map(({ cell, status }) => [cell, status]),
  )
  return { ran: ran.toSorted(), cells, statuses }
}

/** A notebook of SQL cells on the census. */
export function notebookOf(
  cells: Readonly<Record<string, string>>,
  { datasets = ['census-2020'], params = '{}' }: { datasets?: string[]; params?: string } = {},
): string {
  const head = `---\ntitle: 试算\ndatasets: [${datasets.join(', ')}]\nparams: ${params}\n---\n`
  return (
    head +
    Object.entries(cells)
      .map(([name, sql]) => `\`\`\`sql name=${name}\n${sql}\n\`\`\`\n`)
      .join('\n')
  )
}
