import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { generate } from '../../datasets/generator/generate.ts'
import { planted, type Truths } from '../../datasets/generator/truths.ts'
import type { EngineRole } from '../../desktop/engine/config.ts'
import { superviseEngine } from '../../desktop/host/engines.ts'
import { makeDatasets, type MadeFile } from '../../desktop/host/make-datasets.ts'
import { forkSpawner } from '../../desktop/host/spawn-fork.ts'

export const project = new URL('../..', import.meta.url).pathname
export const shipped = join(project, 'datasets')

/** Folders for one test file, with the engine's bundle below a place that finds node_modules. */
export async function openFolders() {
  const cache = join(project, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const root = await mkdtemp(join(cache, 'zhizhi-datasets-'))
  const temporary = await mkdtemp(join(tmpdir(), 'zhizhi-datasets-'))
  const data = join(temporary, 'data')
  await mkdir(data)
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
  return {
    root,
    temporary,
    data,
    engine: (role: EngineRole) =>
      superviseEngine(role, { root, temporary, readable: [data] }, forkSpawner()),
    async remove() {
      await rm(root, { recursive: true, force: true })
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

export type Folders = Awaited<ReturnType<typeof openFolders>>

interface Order {
  readonly seed: number
  readonly scale: number
  readonly truths?: Truths
  /** Dataset ids; all unless said. */
  readonly only?: readonly string[]
}

/** Makes datasets below the engine's data folder, in an engine process of its own. */
export async function make(
  folders: Folders,
  name: string,
  { seed, scale, truths = planted, only }: Order,
): Promise<MadeFile[]> {
  const sourceDir = join(folders.data, 'sources')
  await cp(shipped, sourceDir, { recursive: true })
  const outDir = join(folders.data, name)
  const all = generate({ seed, scale, truths, sourceDir, outDir })
  const wanted = only ? all.filter(({ dataset }) => only.includes(dataset)) : all
  const engine = folders.engine('maker')
  try {
    return await makeDatasets(engine, wanted, outDir)
  } finally {
    await engine.close()
  }
}

export async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}
